// float twin: generated
package org.infimum.linalg.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoubleFactorizationTest {
  private static final double EPSILON = DoublePrecision.EPSILON;

  /** A backward error is a few units in the last place for each step; the norms are crude. */
  private static final double SLACK = 8;

  private final Random random = Seeds.random();

  /** All small sizes, and those around the blocks. */
  private static int[] sizes() {
    return IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(95, 96, 97, 129, 200))
        .toArray();
  }

  /** From 1 to 1e12, as far as the precision lets a definite matrix stay definite. */
  private /* wide */ double condition(int n) {
    /* wide */ double most = Math.min(1e12, 0.01 / (EPSILON * (n + 1)));
    return StrictMath.pow(most, random.nextInt(5) / 4.0);
  }

  /** The largest difference of two products, relative to the largest element of the first. */
  private static /* wide */ double error(
      int m, int n, int depth, Element a, Element left, Element right) {
    /* wide */ double worst = 0;
    /* wide */ double largest = 0;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        /* wide */ double sum = 0;
        for (int t = 0; t < depth; t++) {
          sum += left.get(i, t) * right.get(t, j);
        }
        /* wide */ double element = a.get(i, j);
        largest = Math.max(largest, Math.abs(element));
        /* wide */ double difference = Math.abs(element - sum);
        worst = difference <= worst ? worst : difference;
      }
    }
    return largest == 0 ? worst : worst / largest;
  }

  private interface Element {
    /* wide */ double get(int i, int j);
  }

  private static void assertSmall(/* wide */ double error, int n, String context) {
    assertTrue(error <= SLACK * (n + 10) * EPSILON, context + ": error " + error);
  }

  /** The backward error of A X = B. */
  private static void assertSolves(
      int n, Element a, DoubleMatrix x, DoubleMatrix b, int order, String context) {
    for (int j = 0; j < x.columns; j++) {
      for (int i = 0; i < n; i++) {
        /* wide */ double sum = 0;
        /* wide */ double scale = 0;
        for (int t = 0; t < n; t++) {
          sum += a.get(i, t) * x.get(t, j);
        }
        for (int s = 0; s < n; s++) {
          /* wide */ double row = 0;
          for (int t = 0; t < n; t++) {
            row += Math.abs(a.get(s, t) * x.get(t, j));
          }
          scale = Math.max(scale, row);
          if (s > 20) {
            break;
          }
        }
        /* wide */ double residual = Math.abs(sum - b.get(i, j));
        assertTrue(
            residual <= 100 * SLACK * (order + 10) * EPSILON * (scale + Math.abs(b.get(i, j))),
            context + ": residual " + residual);
      }
    }
  }

  @Test
  void choleskyFactorsMultiplyBackToTheMatrix() {
    for (int n : sizes()) {
      Triangle triangle = random.nextBoolean() ? Triangle.LOWER : Triangle.UPPER;
      DoubleMatrix a = DoubleSpectra.symmetric(DoubleSpectra.geometric(n, condition(n)), random);
      DoubleMatrix f = a.copy();
      f.keepOnly(triangle);
      DoubleCholesky cholesky = new DoubleCholesky(triangle, 1 + n % 3);
      String context = Seeds.replay("Cholesky " + triangle + " " + n);
      assertTrue(cholesky.factor(n, f.values, f.at, f.stride), context);
      assertTrue(f.isGuarded(), context);
      Element root = (i, j) -> i < j ? 0 : triangle == Triangle.LOWER ? f.get(i, j) : f.get(j, i);
      assertSmall(error(n, n, n, a::get, root, (i, j) -> root.get(j, i)), n, context);
      DoubleMatrix b = DoubleMatrix.random(n, 2, random);
      DoubleMatrix x = b.copy();
      cholesky.solve(2, x.values, x.at, x.stride);
      assertSolves(n, a::get, x, b, n, context);
    }
  }

  @Test
  void aMatrixThatIsNotDefiniteIsReportedWithItsPivot() {
    for (int n : new int[] {1, 5, 33, 70, 130}) {
      for (Triangle triangle : Triangle.values()) {
        int bad = random.nextInt(n);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
          a[i * (n + 1)] = i == bad ? (random.nextBoolean() ? -1 : Double.NaN) : 1;
        }
        DoubleCholesky cholesky = new DoubleCholesky(triangle, 1);
        assertFalse(cholesky.factor(n, a, 0, n));
        assertEquals(bad, cholesky.failedPivot());
        assertThrows(IllegalStateException.class, () -> cholesky.solve(1, new double[n], 0, n));
      }
    }
  }

  @Test
  void logDeterminantsAreThoseOfTheSpectrum() {
    int n = 60;
    /* wide */ double[] values = DoubleSpectra.geometric(n, 10);
    /* wide */ double expected = 0;
    for (/* wide */ double value : values) {
      expected += StrictMath.log(value);
    }
    DoubleMatrix a = DoubleSpectra.symmetric(values, random);
    DoubleMatrix f = a.copy();
    DoubleCholesky cholesky = new DoubleCholesky(Triangle.LOWER, 1);
    assertTrue(cholesky.factor(n, f.values, f.at, f.stride));
    assertEquals(expected, cholesky.logDeterminant(), 1000 * n * EPSILON);
    DoubleLu lu = new DoubleLu(1);
    assertTrue(lu.factor(n, a.values, a.at, a.stride));
    assertEquals(expected, lu.logDeterminant(), 1000 * n * EPSILON);
    assertEquals(1, lu.determinantSign());
  }

  @Test
  void symmetricIndefiniteFactorsMultiplyBackAndCountSigns() {
    for (int n : sizes()) {
      /* wide */ double[] values = DoubleSpectra.geometric(n, condition(n));
      int negative = 0;
      for (int i = 0; i < n; i++) {
        if (random.nextInt(3) == 0) {
          values[i] = -values[i];
          negative++;
        }
      }
      DoubleMatrix a = DoubleSpectra.symmetric(values, random);
      DoubleMatrix f = a.copy();
      f.keepOnly(Triangle.LOWER);
      DoubleLdl ldl = new DoubleLdl(1 + n % 3);
      String context = Seeds.replay("LDL " + n);
      assertTrue(ldl.factor(n, f.values, f.at, f.stride), context);
      assertTrue(f.isGuarded(), context);
      assertEquals(negative, ldl.negativeEigenvalues(), context);
      DoubleMatrix b = DoubleMatrix.random(n, 3, random);
      DoubleMatrix x = b.copy();
      ldl.solve(3, x.values, x.at, x.stride);
      assertSolves(n, a::get, x, b, n, context);
    }
  }

  @Test
  void zeroDiagonalsNeedBlocksOfOrderTwo() {
    for (int n = 2; n <= 100; n += 7) {
      DoubleMatrix a = DoubleMatrix.random(n, n, random);
      for (int j = 0; j < n; j++) {
        for (int i = 0; i <= j; i++) {
          a.set(j, i, i == j ? 0 : a.get(i, j));
        }
      }
      DoubleMatrix f = a.copy();
      DoubleLdl ldl = new DoubleLdl(1);
      ldl.factor(n, f.values, f.at, f.stride);
      DoubleMatrix b = DoubleMatrix.random(n, 1, random);
      DoubleMatrix x = b.copy();
      ldl.solve(1, x.values, x.at, x.stride);
      assertSolves(n, a::get, x, b, n, Seeds.replay("zero diagonal " + n));
    }
  }

  @Test
  void quasidefiniteMatricesNeedNoPivoting() {
    for (int n : sizes()) {
      int positive = n == 0 ? 0 : random.nextInt(n + 1);
      DoubleMatrix a = DoubleMatrix.random(n, n, random);
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < j; i++) {
          a.set(i, j, i < positive && j >= positive ? a.get(i, j) : 0);
          a.set(j, i, a.get(i, j));
        }
        a.set(j, j, j < positive ? 1 + Math.abs(a.get(j, j)) : -1 - Math.abs(a.get(j, j)));
      }
      DoubleMatrix f = a.copy();
      f.keepOnly(Triangle.LOWER);
      DoubleLdl ldl = new DoubleLdl(1 + n % 3);
      String context = Seeds.replay("quasi-definite " + n);
      assertTrue(ldl.factorQuasidefinite(n, f.values, f.at, f.stride), context);
      assertEquals(n - positive, ldl.negativeEigenvalues(), context);
      DoubleMatrix b = DoubleMatrix.random(n, 1, random);
      DoubleMatrix x = b.copy();
      ldl.solve(1, x.values, x.at, x.stride);
      assertSolves(n, a::get, x, b, n, context);
    }
  }

  @Test
  void luSolvesWithTheMatrixAndItsTranspose() {
    for (int n : sizes()) {
      DoubleMatrix a =
          DoubleSpectra.general(n, n, DoubleSpectra.geometric(n, condition(n)), random);
      DoubleMatrix f = a.copy();
      DoubleLu lu = new DoubleLu(1 + n % 3);
      String context = Seeds.replay("LU " + n);
      assertTrue(lu.factor(n, f.values, f.at, f.stride), context);
      assertTrue(f.isGuarded(), context);
      DoubleMatrix b = DoubleMatrix.random(n, 2, random);
      DoubleMatrix x = b.copy();
      lu.solve(Transpose.NO, 2, x.values, x.at, x.stride);
      assertSolves(n, a::get, x, b, n, context);
      x = b.copy();
      lu.solve(Transpose.YES, 2, x.values, x.at, x.stride);
      assertSolves(n, (i, j) -> a.get(j, i), x, b, n, context + " transposed");
    }
  }

  @Test
  void theConditionEstimateIsWithinTheOrderOfTheTruth() {
    for (int n : new int[] {1, 4, 40}) {
      for (/* wide */ double condition : new /* wide */ double[] {1, 1e2, 1e4}) {
        DoubleMatrix a = DoubleSpectra.general(n, n, DoubleSpectra.geometric(n, condition), random);
        DoubleLu lu = new DoubleLu(1);
        lu.factor(n, a.values, a.at, a.stride);
        /* wide */ double truth = n == 1 ? 1 : condition;
        // The 1-norm and the 2-norm differ by at most the root of n, in A and in its inverse.
        /* wide */ double estimate = 1 / lu.reciprocalCondition();
        assertTrue(estimate <= 1.1 * n * truth && estimate >= truth / (4 * n), "" + estimate);
      }
    }
    double[] singular = {1, 2, 2, 4};
    DoubleLu lu = new DoubleLu(1);
    assertFalse(lu.factor(2, singular, 0, 2));
    assertEquals(1, lu.zeroPivot());
    assertEquals(0, lu.reciprocalCondition());
  }

  @Test
  void qrFactorsMultiplyBackAndAreOrthogonal() {
    for (int m : sizes()) {
      int n = random.nextInt(m + 30);
      int k = Math.min(m, n);
      DoubleMatrix a =
          DoubleSpectra.general(m, n, DoubleSpectra.geometric(k, condition(m)), random);
      DoubleMatrix f = a.copy();
      DoubleQr qr = new DoubleQr(1 + n % 3);
      qr.factor(m, n, f.values, f.at, f.stride);
      String context = Seeds.replay("QR " + m + " " + n);
      assertTrue(f.isGuarded(), context);
      DoubleMatrix q = DoubleMatrix.random(m, m, random);
      qr.formQ(m, q.values, q.at, q.stride);
      Element r = (i, j) -> i <= j ? f.get(i, j) : 0;
      assertSmall(error(m, n, k, a::get, q::get, r), m, context);
      Element identity = (i, j) -> i == j ? 1 : 0;
      assertSmall(error(m, m, m, identity, (i, j) -> q.get(j, i), q::get), m, context);
      DoubleMatrix c = a.copy();
      qr.applyQ(Transpose.YES, n, c.values, c.at, c.stride);
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < m; i++) {
          assertEquals(r.get(i, j), c.get(i, j), SLACK * (m + 10) * EPSILON, context);
        }
      }
    }
  }

  @Test
  void leastSquaresResidualsAreOrthogonalToTheColumns() {
    for (int n : new int[] {1, 7, 30, 65, 100}) {
      int m = n + 20;
      DoubleMatrix a = DoubleSpectra.general(m, n, DoubleSpectra.geometric(n, 100), random);
      DoubleMatrix b = DoubleMatrix.random(m, 1, random);
      DoubleMatrix f = a.copy();
      DoubleMatrix x = b.copy();
      DoubleQr qr = new DoubleQr(2);
      qr.factor(m, n, f.values, f.at, f.stride);
      qr.solve(1, x.values, x.at, x.stride);
      for (int j = 0; j < n; j++) {
        /* wide */ double dot = 0;
        for (int i = 0; i < m; i++) {
          /* wide */ double residual = b.get(i, 0);
          for (int t = 0; t < n; t++) {
            residual -= a.get(i, t) * x.get(t, 0);
          }
          dot += a.get(i, j) * residual;
        }
        // The solution is at most the condition times the right-hand side.
        assertEquals(0, dot, 1000 * m * EPSILON, Seeds.replay("least squares " + n));
      }
    }
  }

  @Test
  void pivotedQrReordersColumnsAndFindsTheRank() {
    for (int m : sizes()) {
      int n = random.nextInt(m + 30);
      int k = Math.min(m, n);
      int rank = k == 0 ? 0 : 1 + random.nextInt(k);
      /* wide */ double[] values = DoubleSpectra.geometric(k, 10);
      for (int i = rank; i < k; i++) {
        values[i] = 0;
      }
      DoubleMatrix a = DoubleSpectra.general(m, n, values, random);
      DoubleMatrix f = a.copy();
      DoublePivotedQr qr = new DoublePivotedQr(1 + n % 3);
      qr.factor(m, n, f.values, f.at, f.stride);
      String context = Seeds.replay("pivoted QR " + m + " " + n);
      assertTrue(f.isGuarded(), context);
      assertEquals(rank, qr.rank(100 * EPSILON * (m + n)), context);
      for (int i = 1; i < k; i++) {
        /* wide */ double above = Math.abs(f.get(i - 1, i - 1));
        assertTrue(Math.abs(f.get(i, i)) <= above * (1 + 1000 * EPSILON) + 100 * EPSILON, context);
      }
      DoubleMatrix q = DoubleMatrix.random(m, m, random);
      for (int j = 0; j < m; j++) {
        for (int i = 0; i < m; i++) {
          q.set(i, j, i == j ? 1 : 0);
        }
      }
      qr.applyQ(Transpose.NO, m, q.values, q.at, q.stride);
      Element r = (i, j) -> i <= j ? f.get(i, j) : 0;
      Element permuted = (i, j) -> a.get(i, qr.column(j));
      assertSmall(error(m, n, k, permuted, q::get, r), m, context);
    }
  }

  @Test
  void factorsDoNotDependOnTheNumberOfThreads() {
    int n = 300;
    DoubleMatrix a = DoubleSpectra.symmetric(DoubleSpectra.geometric(n, 100), random);
    double[][] first = new double[5][];
    for (int threads = 1; threads <= 3; threads++) {
      double[][] factors = new double[5][];
      for (int kind = 0; kind < 5; kind++) {
        DoubleMatrix f = a.copy();
        switch (kind) {
          case 0 -> new DoubleCholesky(Triangle.LOWER, threads).factor(n, f.values, f.at, f.stride);
          case 1 -> new DoubleLdl(threads).factor(n, f.values, f.at, f.stride);
          case 2 -> new DoubleLu(threads).factor(n, f.values, f.at, f.stride);
          case 3 -> new DoubleQr(threads).factor(n, n, f.values, f.at, f.stride);
          default -> new DoublePivotedQr(threads).factor(n, n, f.values, f.at, f.stride);
        }
        factors[kind] = f.values;
      }
      for (int kind = 0; kind < 5; kind++) {
        if (threads == 1) {
          first[kind] = factors[kind];
        }
        assertArrayEquals(first[kind], factors[kind], "kind " + kind + " threads " + threads);
      }
    }
  }
}
