package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PolarTableTest {
  @Test
  void theNearestQuinticLeavesTheSameErrorFourTimes() {
    for (double lower : new double[] {1e-6, 1e-3, 0.1, 0.5, 0.9}) {
      OddQuintic nearest = OddQuintic.nearestToOne(lower, 1.3);
      double error = 1 - nearest.at(lower);
      double largest = 0;
      int turns = 0;
      double before = Double.NaN;
      boolean rises = true;
      for (int i = 0; i <= 100_000; i++) {
        double value = nearest.at(lower + (1.3 - lower) * i / 100_000);
        largest = Math.max(largest, Math.abs(1 - value));
        if (i > 0 && value > before != rises) {
          turns++;
          rises = !rises;
        }
        before = value;
      }
      assertEquals(Math.abs(error), largest, 1e-9, "lower " + lower);
      assertEquals(error, nearest.at(1.3) - 1, 1e-12, "lower " + lower);
      assertEquals(2, turns, "lower " + lower);
    }
  }

  @Test
  void aTableOfEightStepsBringsSmallSingularValuesToOne() {
    PolarTable table = PolarTable.optimal(1e-3, 8);
    assertTrue(table.deviation(1e-3) < 1e-13, () -> "deviation " + table.deviation(1e-3));
    assertTrue(PolarTable.optimal(1e-3, 5).deviation(1e-3) < PolarTable.muon(5).deviation(1e-3));
  }

  @Test
  void theMuonTableEndsInItsBand() {
    PolarTable table = PolarTable.muon(5);
    for (double x = 0.01; x <= 1; x += 0.001) {
      double end = table.at(x);
      assertTrue(end > 0.65 && end < 1.25, "at " + x + ": " + end);
    }
  }

  @Test
  void refusesBoundsOutsideTheUnitInterval() {
    assertThrows(IllegalArgumentException.class, () -> PolarTable.optimal(0, 3));
    assertThrows(IllegalArgumentException.class, () -> PolarTable.optimal(1, 3));
    assertThrows(IllegalArgumentException.class, () -> PolarTable.optimal(Double.NaN, 3));
    assertThrows(IllegalArgumentException.class, () -> PolarTable.optimal(0.1, 0));
  }
}
