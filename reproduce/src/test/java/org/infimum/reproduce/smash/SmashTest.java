package org.infimum.reproduce.smash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.infimum.core.Run;
import org.infimum.linalg.sparse.CompressedRows;
import org.infimum.reproduce.ExperimentContext;
import org.infimum.reproduce.Outcome;
import org.junit.jupiter.api.Test;

class SmashTest {
  @Test
  void allAlgorithmsGiveTheSameProduct() {
    CompressedRows a = RecursiveMatrix.of(7, 6, 1L);
    CompressedRows b = RecursiveMatrix.of(7, 3, 2L);
    CompressedRows expected = ProductAlgorithm.GUSTAVSON.multiply(a, b);
    for (ProductAlgorithm algorithm : ProductAlgorithm.values()) {
      assertTrue(ProductTiming.agree(expected, algorithm.multiply(a, b)), algorithm.name());
    }
    CompressedRows other = ProductAlgorithm.SMASH.multiply(b, a);
    assertFalse(ProductTiming.agree(expected, other));
  }

  @Test
  void withoutDataTheGeneratedGraphIsMeasured() {
    Outcome outcome = new Smash(8).run(context(Run.builder().threads(2).build()));
    assertEquals("smash", outcome.key());
    assertEquals(1, outcome.tables().getFirst().rows().size());
    assertTrue(outcome.measured() > 0.0, outcome.notes());
    assertFalse(outcome.notes().contains("disagree"), outcome.notes());
  }

  @Test
  void aRunThatIsStoppedDoesNotHoldAndSaysSo() {
    Run cancelled = Run.unlimited();
    cancelled.cancel();
    Outcome outcome = new Smash(6).run(context(cancelled));
    assertFalse(outcome.holds());
    assertTrue(outcome.notes().contains("stopped"), outcome.notes());
  }

  private static ExperimentContext context(Run run) {
    return new ExperimentContext(run, null, line -> {});
  }
}
