package org.infimum.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.infimum.core.Run;
import org.junit.jupiter.api.Test;

class LdlUpdateTest {
  /** Diagonals of one and weights of order one keep the condition below some thousands. */
  private static final double TOLERANCE = 1e-10;

  private final Random random = new Random(Patterns.seed());

  /** The factor of B diag(weights) B' + I. */
  private static LdlFactor factor(WeightedGram gram, double[] weights, LdlKind kind) {
    SparseMatrix matrix = gram.matrix();
    int n = matrix.columns();
    double[] diagonal = new double[n];
    Arrays.fill(diagonal, 1.0);
    gram.compute(weights, diagonal, 1);
    byte[] signs = new byte[n];
    Arrays.fill(signs, (byte) 1);
    LdlFactor factor =
        new LdlFactor(LdlSymbolic.analyze(matrix, Ordering.AMD.permutation(matrix), kind), 1);
    assertTrue(factor.factor(matrix.values(), signs, 1e-13, 1e-7, Run.unlimited()));
    return factor;
  }

  /** Changes the factor as the weight of a column of B changes. */
  private static boolean change(LdlFactor factor, SparseMatrix b, int column, double by) {
    int from = b.columnStarts()[column];
    int to = b.columnStarts()[column + 1];
    int[] rows = Arrays.copyOfRange(b.rowIndices(), from, to);
    double[] values = Arrays.copyOfRange(b.values(), from, to);
    return factor.update(rows, values, rows.length, by);
  }

  @Test
  void updatesAndDowndatesGiveTheFactorOfTheChangedMatrix() {
    for (int n : new int[] {1, 2, 10, 60, 200}) {
      SparseMatrix b = Patterns.random(n, 2 * n, 5 * n, random);
      WeightedGram gram = WeightedGram.analyze(b, null);
      for (LdlKind kind : List.of(LdlKind.SIMPLICIAL, LdlKind.SUPERNODAL)) {
        double[] weights = random.doubles(2L * n, 0.5, 2.0).toArray();
        LdlFactor changed = factor(gram, weights, kind);
        for (int change = 0; change < 10; change++) {
          int column = random.nextInt(2 * n);
          double by = change % 2 == 0 ? random.nextDouble() : -0.4 * weights[column];
          weights[column] += by;
          assertTrue(change(changed, b, column, by));
        }
        double[] rightHandSide = random.doubles(n, -1.0, 1.0).toArray();
        double[] x = rightHandSide.clone();
        changed.solve(x);
        double[] expected = rightHandSide.clone();
        factor(gram, weights, kind).solve(expected);
        assertArrayEquals(expected, x, TOLERANCE, kind + ", n " + n + ", " + Patterns.seed());
      }
    }
  }

  @Test
  void aDowndateThatLeavesNoDefiniteMatrixIsReported() {
    SparseMatrix b = Patterns.random(30, 60, 150, random);
    WeightedGram gram = WeightedGram.analyze(b, null);
    double[] weights = new double[60];
    Arrays.fill(weights, 1.0);
    int column = 0;
    while (b.columnStarts()[column + 1] == b.columnStarts()[column]) {
      column++;
    }
    for (LdlKind kind : List.of(LdlKind.SIMPLICIAL, LdlKind.SUPERNODAL)) {
      assertFalse(change(factor(gram, weights, kind), b, column, -1e6));
    }
  }

  @Test
  void whatDoesNotFitThePatternIsRefusedAndChangesNothing() {
    int[] index = {0, 1, 2, 3};
    double[] two = {2.0, 2.0, 2.0, 2.0};
    SparseMatrix diagonal = SparseMatrix.ofTriplets(4, 4, 4, index, index, two);
    byte[] signs = {1, 1, 1, 1};
    for (LdlKind kind : List.of(LdlKind.SIMPLICIAL, LdlKind.SUPERNODAL)) {
      LdlFactor factor = new LdlFactor(LdlSymbolic.analyze(diagonal, index, kind), 1);
      factor.factor(two, signs, 1e-13, 1e-7, Run.unlimited());
      double[] ones = {1.0, 1.0};
      assertThrows(
          IllegalArgumentException.class, () -> factor.update(new int[] {0, 3}, ones, 2, 1.0));
      assertThrows(
          IllegalArgumentException.class, () -> factor.update(new int[] {4}, ones, 1, 1.0));
      assertTrue(factor.update(new int[0], ones, 0, 1.0));
      assertTrue(factor.update(new int[] {3}, ones, 1, 2.0));
      double[] x = {2.0, 2.0, 2.0, 2.0};
      factor.solve(x);
      assertArrayEquals(new double[] {1.0, 1.0, 1.0, 0.5}, x);
    }
  }
}
