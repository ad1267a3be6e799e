package org.infimum.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.infimum.convex.IterationEvent;
import org.infimum.core.Card;
import org.infimum.core.Catalogue;
import org.infimum.core.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralPathTest {
  @TempDir private Path folder = Path.of("");

  private static Outcome shipped(Run run) {
    return new CentralPath().run(new ExperimentContext(run, null, line -> {}));
  }

  @Test
  void theClaimHoldsOnTheShippedPrograms() throws Exception {
    Outcome outcome = shipped(Run.builder().threads(1).build());
    assertTrue(outcome.holds(), outcome.notes());
    assertTrue(outcome.measured() <= outcome.threshold());
    assertEquals(5, outcome.tables().getFirst().rows().size());
    Path page = ReproductionReport.write(folder.resolve("report"), List.of(outcome));
    String html = Files.readString(page);
    assertTrue(html.contains("<svg") && html.contains("central-path"));
  }

  @Test
  void aRunThatIsStoppedDoesNotHoldAndSaysSo() {
    Run cancelled = Run.unlimited();
    cancelled.cancel();
    Outcome outcome = shipped(cancelled);
    assertFalse(outcome.holds());
    assertTrue(outcome.notes().contains("stopped"), outcome.notes());
  }

  @Test
  void anAccuracyCountsFromWhereAllThreeMeasuresReachIt() {
    List<IterationEvent> history = new ArrayList<>();
    double[] gaps = {1.0, 1e-3, 1e-5, 1e-11};
    double[] residuals = {1.0, 1e-1, 1e-4, 1e-12};
    for (int k = 0; k < gaps.length; k++) {
      history.add(new IterationEvent(k, 0, 0, residuals[k], 0, gaps[k], 0, 0, 0, 0, 0));
    }
    double[] reached = CentralPath.reached(history);
    assertEquals(2.0, reached[0]);
    assertEquals(2.0, reached[2]);
    assertEquals(3.0, reached[3]);
    assertEquals(3.0, reached[8]);
  }

  @Test
  void everyExperimentHasACard() {
    Set<String> cards = Catalogue.cards().stream().map(Card::key).collect(Collectors.toSet());
    Set<String> keys = new TreeSet<>();
    for (Experiment experiment : Experiments.all()) {
      assertTrue(keys.add(experiment.key()), experiment.key());
      assertTrue(cards.contains(experiment.key()), experiment.key());
      assertEquals(experiment, Experiments.byKey(experiment.key()).orElseThrow());
    }
    assertTrue(Experiments.byKey("no such key").isEmpty());
  }

  @Test
  void theFitOfALineIsTheLine() {
    LinearFit fit =
        LinearFit.of(new double[] {0, 1, 2, 3, 4}, new double[] {1, 3, 5, Double.NaN, 9});
    assertEquals(2.0, fit.slope(), 1e-14);
    assertEquals(1.0, fit.intercept(), 1e-14);
    assertEquals(1.0, fit.rSquared(), 1e-14);
    assertEquals(4, fit.points());
    assertTrue(Double.isNaN(LinearFit.of(new double[2], new double[2]).slope()));
  }
}
