package org.infimum.convex.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.DualCone;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.PowerCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.SecondOrderCone;
import org.infimum.convex.SemidefiniteCone;
import org.junit.jupiter.api.Test;

/** The checker's measure of cones beside the library's, which was written apart. */
class ConeShiftTest {
  private static final double UNIT = 1e-8;

  private static final List<CurvedCone> CONES =
      List.of(
          new SecondOrderCone(1),
          new SecondOrderCone(4),
          new RotatedSecondOrderCone(2),
          new RotatedSecondOrderCone(5),
          new SemidefiniteCone(1),
          new SemidefiniteCone(4),
          new ExponentialCone(),
          new PowerCone(0.3),
          new PowerCone(0.95),
          new GeneralizedPowerCone(List.of(0.2, 0.3, 0.5), 2),
          new DualCone(new ExponentialCone()),
          new DualCone(new PowerCone(0.4)),
          new DualCone(new GeneralizedPowerCone(List.of(0.1, 0.9), 3)));

  private interface Points {
    double[] next(SplittableRandom random, CurvedCone cone);
  }

  @Test
  void theShiftIsAboutTheDistance() {
    agree(
        (random, cone) ->
            random.doubles(cone.dimension(), -1.0, 1.0).map(v -> 10.0 * v * v * v).toArray());
  }

  @Test
  void closeToTheBoundaryToo() {
    agree(
        (random, cone) -> {
          double[] s = random.doubles(cone.dimension(), -1.0, 1.0).toArray();
          // the shifts of matrices are powers of ten
          double shift =
              cone instanceof SemidefiniteCone
                  ? cone.distance(s, 0)
                  : ConeShift.intoCone(cone, s, UNIT);
          double[] inner = interior(cone);
          for (int i = 0; i < s.length; i++) {
            s[i] += (shift - 1e-6 * random.nextDouble()) * inner[i];
          }
          return s;
        });
  }

  /** The direction of the shifts. */
  private static double[] interior(CurvedCone cone) {
    double[] direction = new double[cone.dimension()];
    switch (cone) {
      case SecondOrderCone _ -> direction[0] = 1.0;
      case RotatedSecondOrderCone _ -> Arrays.fill(direction, 0, 2, 1.0);
      case SemidefiniteCone matrix -> {
        for (int i = 0; i < matrix.order(); i++) {
          direction[matrix.position(i, i)] = 1.0;
        }
      }
      case ExponentialCone _ -> {
        Arrays.fill(direction, 1.0);
        direction[0] = -1.0;
      }
      case PowerCone _ -> Arrays.fill(direction, 0, 2, 1.0);
      case GeneralizedPowerCone power -> Arrays.fill(direction, 0, power.alpha().size(), 1.0);
      case DualCone dual -> {
        return interior(dual.primal());
      }
    }
    return direction;
  }

  private static void agree(Points points) {
    SplittableRandom random = new SplittableRandom(Long.getLong("infimum.seed", 13));
    for (CurvedCone cone : CONES) {
      // the shifts of semidefinite cones grow by powers of ten
      double steps = cone instanceof SemidefiniteCone ? 10.0 : 1.0;
      int outside = 0;
      for (int trial = 0; trial < 400; trial++) {
        double[] s = points.next(random, cone);
        String where = cone + ", trial " + trial;
        double distance = cone.distance(s, 0);
        double shift = ConeShift.intoCone(cone, s, UNIT);
        // the library's measure is itself a bound, up to sqrt 2 times the distance
        assertTrue(distance <= 1.5 * shift + 1e-12, where + " " + distance + " " + shift);
        assertTrue(
            shift <= steps * ConeShift.LOOSENESS * distance + 1e-10,
            where + " " + distance + " " + shift);
        double dual = cone.dualDistance(s, 0);
        if (dual == 0.0 || dual > 1e-7) {
          assertEquals(dual == 0.0, ConeShift.intoDual(cone, s, UNIT) <= 1e-9, where);
        }
        outside += shift > 0.0 ? 1 : 0;
      }
      assertTrue(outside > 30, cone + ": outside " + outside);
    }
  }
}
