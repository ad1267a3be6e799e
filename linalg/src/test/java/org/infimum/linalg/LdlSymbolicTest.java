package org.infimum.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LdlSymbolicTest {
  @Test
  void predictedEntriesAreThoseOfSymbolicElimination() {
    Random random = new Random(Patterns.seed());
    for (int trial = 0; trial < 200; trial++) {
      int n = random.nextInt(80);
      QuasidefiniteMatrices matrix =
          QuasidefiniteMatrices.random(n, 0.2 * random.nextDouble(), random);
      int[] permutation = QuasidefiniteMatrices.randomPermutation(n, random);
      long entries = n + SymbolicFill.entries(matrix.upper(), permutation);
      String context = "seed " + Patterns.seed() + ", trial " + trial;
      assertEquals(entries, LdlCost.predict(matrix.upper(), permutation).nonzeros(), context);
      for (LdlKind kind : LdlKind.values()) {
        LdlSymbolic symbolic = LdlSymbolic.analyze(matrix.upper(), permutation, kind);
        assertEquals(entries, symbolic.nonzeros(), context);
        assertTrue(symbolic.storedNonzeros() >= entries, context);
        assertTrue(symbolic.bytes() >= 8 * entries, context);
      }
    }
  }

  @Test
  void aDenseMatrixIsSupernodalAndATridiagonalOneIsNot() {
    int n = 400;
    QuasidefiniteMatrices dense = QuasidefiniteMatrices.random(n, 1.0, new Random(1));
    int[] natural = Ordering.NATURAL.permutation(dense.upper());
    LdlSymbolic full = LdlSymbolic.analyze(dense.upper(), natural, LdlKind.AUTO);
    assertEquals(LdlKind.SUPERNODAL, full.kind());
    assertEquals(n * (n + 1L) / 2, full.nonzeros());
    assertEquals(full.nonzeros(), full.storedNonzeros());
    int[] row = new int[2 * n - 1];
    int[] column = new int[2 * n - 1];
    for (int k = 0; k < 2 * n - 1; k++) {
      row[k] = k / 2;
      column[k] = (k + 1) / 2;
    }
    SparseMatrix tridiagonal =
        SparseMatrix.ofTriplets(n, n, 2 * n - 1, row, column, new double[2 * n - 1]);
    LdlSymbolic thin = LdlSymbolic.analyze(tridiagonal, natural, LdlKind.AUTO);
    assertEquals(LdlKind.SIMPLICIAL, thin.kind());
    assertEquals(2 * n - 1, thin.nonzeros());
  }
}
