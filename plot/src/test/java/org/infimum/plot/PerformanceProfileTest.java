package org.infimum.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerformanceProfileTest {
  private static final long SEED = Long.getLong("infimum.seed", 20020101L);

  private static PerformanceProfile profile(double[] first, double[] second) {
    Map<String, double[]> costs = new LinkedHashMap<>();
    costs.put("first", first);
    costs.put("second", second);
    return new PerformanceProfile("profile", costs);
  }

  @Test
  void sharesFollowDolanAndMore() {
    PerformanceProfile profile =
        profile(new double[] {1.0, 2.0, 3.0, Double.NaN}, new double[] {2.0, 1.0, 3.0, Double.NaN});
    assertEquals(0.5, profile.share("first", 1.0));
    assertEquals(0.5, profile.share("second", 1.9));
    assertEquals(0.75, profile.share("first", 2.0));
    // The problem that nobody solves keeps every curve below 1.
    assertEquals(0.75, profile.share("first", 1e9));
  }

  @Test
  void everyCurveAscendsAndEndsAtTheShareSolved() {
    Random random = new Random(SEED);
    double[] first = new double[40];
    double[] second = new double[40];
    int solved = 0;
    for (int k = 0; k < first.length; k++) {
      first[k] = random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble() + 0.01;
      second[k] = random.nextDouble() + 0.01;
      solved += Double.isFinite(first[k]) ? 1 : 0;
    }
    PerformanceProfile profile = profile(first, second);
    double previous = 0.0;
    for (double tau = 1.0; tau < 1e4; tau *= 1.3) {
      double share = profile.share("first", tau);
      assertEquals(Math.max(previous, share), share, "seed " + SEED);
      previous = share;
    }
    assertEquals(solved / 40.0, profile.share("first", 1e9), "seed " + SEED);
  }

  @Test
  void theDrawingIsWellFormedAndNamesTheSolvers() {
    var svg = Xml.parse(profile(new double[] {1, Double.NaN}, new double[] {5, 0.1}).svg());
    var texts = Xml.texts(svg, "text");
    assertEquals(1, texts.stream().filter("first"::equals).count());
    assertEquals(1, texts.stream().filter("second"::equals).count());
    Xml.parse(new PerformanceProfile("nothing", Map.of()).svg());
  }

  @Test
  void costsOfDifferentProblemsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> profile(new double[] {1}, new double[] {1, 2}));
  }
}
