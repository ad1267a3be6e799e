// float twin: generated
package org.infimum.linalg.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.machine.VectorSupport;
import org.junit.jupiter.api.Test;

class DoubleBlasTest {
  private static final double EPSILON = DoublePrecision.EPSILON;

  private static final double[] FACTORS = {0, 1, -1, 0.7};

  final Random random = Seeds.random();

  /** An element (i, j) of an exact result, and the sum of the magnitudes of its terms. */
  private interface Exact {
    void accumulate(int i, int j, Sum sum);
  }

  /** A sum in the wider precision. */
  private static final class Sum {
    /* wide */ double value;
    /* wide */ double magnitude;

    void add(/* wide */ double term) {
      value += term;
      magnitude += Math.abs(term);
    }
  }

  private static <T extends Enum<T>> T pick(Class<T> type, Random random) {
    T[] values = type.getEnumConstants();
    return values[random.nextInt(values.length)];
  }

  /** An order, most of them small. */
  int size(int trial) {
    return trial % 10 == 0 ? random.nextInt(220) : random.nextInt(71);
  }

  private double factor() {
    return FACTORS[random.nextInt(FACTORS.length)];
  }

  /** Each element within the error bound of a sum of {@code terms} products. */
  private static void assertClose(DoubleMatrix actual, int terms, Exact exact, String context) {
    for (int j = 0; j < actual.columns; j++) {
      for (int i = 0; i < actual.rows; i++) {
        Sum sum = new Sum();
        exact.accumulate(i, j, sum);
        /* wide */ double bound = (terms + 4) * (EPSILON * sum.magnitude) + Double.MIN_NORMAL;
        assertEquals(sum.value, actual.get(i, j), bound, context + " at " + i + ", " + j);
      }
    }
    assertTrue(actual.isGuarded(), context + " wrote outside");
  }

  @Test
  void productsAreThoseOfTheDefinition() {
    for (int trial = 0; trial < 150; trial++) {
      int m = size(trial);
      int n = size(trial + 1);
      int k = size(trial + 2);
      Transpose transA = pick(Transpose.class, random);
      Transpose transB = pick(Transpose.class, random);
      DoubleMatrix a =
          transA == Transpose.NO
              ? DoubleMatrix.random(m, k, random)
              : DoubleMatrix.random(k, m, random);
      DoubleMatrix b =
          transB == Transpose.NO
              ? DoubleMatrix.random(k, n, random)
              : DoubleMatrix.random(n, k, random);
      DoubleMatrix before = DoubleMatrix.random(m, n, random);
      double alpha = factor();
      double beta = factor();
      DoubleMatrix c = before.copy();
      DoubleBlas.gemm(
          transA,
          transB,
          m,
          n,
          k,
          alpha,
          a.values,
          a.at,
          a.stride,
          b.values,
          b.at,
          b.stride,
          beta,
          c.values,
          c.at,
          c.stride,
          1 + trial % 3);
      String context =
          Seeds.replay("gemm " + transA + transB + " " + m + " " + n + " " + k + " beta " + beta);
      assertClose(
          c,
          k,
          (i, j, sum) -> {
            sum.add(beta * before.get(i, j));
            for (int t = 0; t < k; t++) {
              sum.add(alpha * a.element(transA, i, t) * b.element(transB, t, j));
            }
          },
          context);
    }
  }

  @Test
  void oneTriangleOfAProductLeavesTheOtherAlone() {
    for (int trial = 0; trial < 120; trial++) {
      int n = size(trial);
      int k = size(trial + 1);
      Triangle triangle = pick(Triangle.class, random);
      Transpose trans = pick(Transpose.class, random);
      DoubleMatrix a =
          trans == Transpose.NO
              ? DoubleMatrix.random(n, k, random)
              : DoubleMatrix.random(k, n, random);
      DoubleMatrix before = DoubleMatrix.random(n, n, random);
      double alpha = factor();
      double beta = factor();
      DoubleMatrix c = before.copy();
      DoubleBlas.syrk(
          triangle,
          trans,
          n,
          k,
          alpha,
          a.values,
          a.at,
          a.stride,
          beta,
          c.values,
          c.at,
          c.stride,
          1 + trial % 3);
      assertClose(
          c,
          k,
          (i, j, sum) -> {
            if (i != j && i > j != (triangle == Triangle.LOWER)) {
              sum.add(before.get(i, j));
              return;
            }
            sum.add(beta * before.get(i, j));
            for (int t = 0; t < k; t++) {
              sum.add(alpha * a.element(trans, i, t) * a.element(trans, j, t));
            }
          },
          Seeds.replay("syrk " + triangle + trans + " " + n + " " + k));
    }
  }

  @Test
  void rankTwoUpdatesAreSymmetric() {
    for (int trial = 0; trial < 60; trial++) {
      int n = size(trial);
      int k = random.nextInt(20);
      Triangle triangle = pick(Triangle.class, random);
      DoubleMatrix a = DoubleMatrix.random(n, k, random);
      DoubleMatrix b = DoubleMatrix.random(n, k, random);
      DoubleMatrix before = DoubleMatrix.random(n, n, random);
      DoubleMatrix c = before.copy();
      DoubleBlas.syr2k(
          triangle,
          Transpose.NO,
          n,
          k,
          -1,
          a.values,
          a.at,
          a.stride,
          b.values,
          b.at,
          b.stride,
          1,
          c.values,
          c.at,
          c.stride,
          2);
      assertClose(
          c,
          2 * k,
          (i, j, sum) -> {
            sum.add(before.get(i, j));
            for (int t = 0; t < k && (i == j || i > j == (triangle == Triangle.LOWER)); t++) {
              sum.add(-a.get(i, t) * b.get(j, t));
              sum.add(-b.get(i, t) * a.get(j, t));
            }
          },
          Seeds.replay("syr2k " + triangle + " " + n + " " + k));
    }
  }

  @Test
  void symmetricFactorsAreReadFromOneTriangle() {
    for (int trial = 0; trial < 120; trial++) {
      int m = size(trial);
      int n = size(trial + 1);
      Side side = pick(Side.class, random);
      Triangle triangle = pick(Triangle.class, random);
      int order = side == Side.LEFT ? m : n;
      DoubleMatrix a = DoubleMatrix.random(order, order, random);
      a.keepOnly(triangle);
      DoubleMatrix b = DoubleMatrix.random(m, n, random);
      DoubleMatrix before = DoubleMatrix.random(m, n, random);
      double alpha = factor();
      double beta = factor();
      DoubleMatrix c = before.copy();
      DoubleBlas.symm(
          side,
          triangle,
          m,
          n,
          alpha,
          a.values,
          a.at,
          a.stride,
          b.values,
          b.at,
          b.stride,
          beta,
          c.values,
          c.at,
          c.stride,
          1 + trial % 3);
      assertClose(
          c,
          order,
          (i, j, sum) -> {
            sum.add(beta * before.get(i, j));
            for (int t = 0; t < order; t++) {
              sum.add(
                  side == Side.LEFT
                      ? alpha * a.symmetric(triangle, i, t) * b.get(t, j)
                      : alpha * a.symmetric(triangle, t, j) * b.get(i, t));
            }
          },
          Seeds.replay("symm " + side + triangle + " " + m + " " + n));
    }
  }

  @Test
  void triangularProductsAreThoseOfTheDefinition() {
    for (int trial = 0; trial < 150; trial++) {
      int m = size(trial);
      int n = size(trial + 1);
      Side side = pick(Side.class, random);
      Triangle triangle = pick(Triangle.class, random);
      Transpose trans = pick(Transpose.class, random);
      Diagonal diagonal = pick(Diagonal.class, random);
      int order = side == Side.LEFT ? m : n;
      DoubleMatrix a = DoubleMatrix.random(order, order, random);
      a.keepOnly(triangle);
      DoubleMatrix before = DoubleMatrix.random(m, n, random);
      double alpha = factor();
      DoubleMatrix b = before.copy();
      DoubleBlas.trmm(
          side,
          triangle,
          trans,
          diagonal,
          m,
          n,
          alpha,
          a.values,
          a.at,
          a.stride,
          b.values,
          b.at,
          b.stride,
          1 + trial % 3);
      assertClose(
          b,
          order + 1,
          (i, j, sum) -> {
            for (int t = 0; t < order; t++) {
              sum.add(
                  side == Side.LEFT
                      ? alpha * a.triangular(triangle, trans, diagonal, i, t) * before.get(t, j)
                      : alpha * a.triangular(triangle, trans, diagonal, t, j) * before.get(i, t));
            }
          },
          Seeds.replay("trmm " + side + triangle + trans + diagonal + " " + m + " " + n));
    }
  }

  @Test
  void triangularSolutionsSatisfyTheirEquations() {
    for (int trial = 0; trial < 150; trial++) {
      int m = size(trial);
      int n = size(trial + 1);
      Side side = pick(Side.class, random);
      Triangle triangle = pick(Triangle.class, random);
      Transpose trans = pick(Transpose.class, random);
      Diagonal diagonal = pick(Diagonal.class, random);
      int order = side == Side.LEFT ? m : n;
      DoubleMatrix a = DoubleMatrix.random(order, order, random);
      for (int j = 0; j < order; j++) {
        for (int i = 0; i < order; i++) {
          // Solutions that grow with the order would say nothing about the errors.
          double element = a.values[a.index(i, j)];
          a.set(i, j, i == j ? element + Math.copySign(2.0, element) : element / order);
        }
      }
      a.keepOnly(triangle);
      DoubleMatrix before = DoubleMatrix.random(m, n, random);
      double alpha = factor();
      DoubleMatrix x = before.copy();
      DoubleBlas.trsm(
          side,
          triangle,
          trans,
          diagonal,
          m,
          n,
          alpha,
          a.values,
          a.at,
          a.stride,
          x.values,
          x.at,
          x.stride,
          1 + trial % 3);
      String context =
          Seeds.replay("trsm " + side + triangle + trans + diagonal + " " + m + " " + n);
      assertTrue(x.isGuarded(), context);
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < m; i++) {
          Sum sum = new Sum();
          for (int t = 0; t < order; t++) {
            sum.add(
                side == Side.LEFT
                    ? a.triangular(triangle, trans, diagonal, i, t) * x.get(t, j)
                    : a.triangular(triangle, trans, diagonal, t, j) * x.get(i, t));
          }
          // Row by row the substitution is backward stable: N. Higham, Theorem 8.5.
          assertEquals(
              alpha * before.get(i, j),
              sum.value,
              (order + 4) * (EPSILON * (sum.magnitude + 1)),
              context);
        }
      }
    }
  }

  @Test
  void matrixVectorProductsAreThoseOfTheDefinition() {
    for (int trial = 0; trial < 150; trial++) {
      int m = size(trial);
      int n = size(trial + 1);
      Transpose trans = pick(Transpose.class, random);
      int inner = trans == Transpose.NO ? n : m;
      int outer = trans == Transpose.NO ? m : n;
      DoubleMatrix a = DoubleMatrix.random(m, n, random);
      DoubleMatrix x = DoubleMatrix.random(1, inner, random);
      DoubleMatrix before = DoubleMatrix.random(1, outer, random);
      double alpha = factor();
      double beta = factor();
      DoubleMatrix y = before.copy();
      DoubleBlas.gemv(
          trans,
          m,
          n,
          alpha,
          a.values,
          a.at,
          a.stride,
          x.values,
          x.at,
          x.stride,
          beta,
          y.values,
          y.at,
          y.stride,
          1 + trial % 3);
      assertClose(
          y,
          inner,
          (i, j, sum) -> {
            sum.add(beta * before.get(i, j));
            for (int t = 0; t < inner; t++) {
              sum.add(alpha * a.element(trans, j, t) * x.get(0, t));
            }
          },
          Seeds.replay("gemv " + trans + " " + m + " " + n));
    }
  }

  @Test
  void symmetricMatrixVectorProductsReadOneTriangle() {
    for (int trial = 0; trial < 60; trial++) {
      int n = trial == 0 ? 1100 : size(trial);
      Triangle triangle = pick(Triangle.class, random);
      DoubleMatrix a = DoubleMatrix.random(n, n, random);
      a.keepOnly(triangle);
      DoubleMatrix x = DoubleMatrix.random(n, 1, random);
      DoubleMatrix before = DoubleMatrix.random(n, 1, random);
      double alpha = factor();
      DoubleMatrix y = before.copy();
      DoubleBlas.symv(
          triangle,
          n,
          alpha,
          a.values,
          a.at,
          a.stride,
          x.values,
          x.at,
          1,
          y.values,
          y.at,
          1 + trial % 3);
      assertClose(
          y,
          n,
          (i, j, sum) -> {
            sum.add(before.get(i, j));
            for (int t = 0; t < n; t++) {
              sum.add(alpha * a.symmetric(triangle, i, t) * x.get(t, 0));
            }
          },
          Seeds.replay("symv " + triangle + " " + n));
    }
  }

  @Test
  void neitherTileNorThreadsNorBlocksChangeABit() {
    int[][] shapes = {{1, 1, 1}, {24, 8, 320}, {25, 9, 321}, {193, 70, 700}, {30, 2100, 10}};
    for (int[] shape : shapes) {
      int m = shape[0];
      int n = shape[1];
      int k = shape[2];
      DoubleMatrix a = DoubleMatrix.random(m, k, random);
      DoubleMatrix b = DoubleMatrix.random(k, n, random);
      DoubleMatrix before = DoubleMatrix.random(m, n, random);
      double[] chain = before.values.clone();
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < m; i++) {
          double sum = before.values[before.index(i, j)];
          for (int t = 0; t < k; t++) {
            sum = Math.fma(a.values[a.index(i, t)], b.values[b.index(t, j)], sum);
          }
          chain[before.index(i, j)] = sum;
        }
      }
      for (boolean isVectorized : new boolean[] {false, VectorSupport.isUsed()}) {
        for (int threads = 1; threads <= 5; threads++) {
          DoubleMatrix c = before.copy();
          DoubleGemm.multiply(
              m,
              n,
              k,
              DoubleOperand.general(a.values, a.at, a.stride, true, 1),
              DoubleOperand.general(b.values, b.at, b.stride, false, 1),
              1,
              c.values,
              c.at,
              c.stride,
              null,
              isVectorized,
              threads);
          assertArrayEquals(
              chain, c.values, Seeds.replay(m + " " + n + " " + k + " threads " + threads));
        }
      }
    }
  }

  @Test
  void zeroFactorsHideWhatTheyMultiply() {
    for (int n : new int[] {3, 40}) {
      double[] nan = new double[n * n];
      Arrays.fill(nan, Double.NaN);
      double[] one = new double[n * n];
      Arrays.fill(one, 1);
      double[] c = nan.clone();
      DoubleBlas.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, one, 0, n, one, 0, n, 0, c, 0, n, 1);
      assertEquals(n, c[n * n - 1]);
      DoubleBlas.gemm(Transpose.NO, Transpose.NO, n, n, n, 0, nan, 0, n, nan, 0, n, 1, c, 0, n, 1);
      assertEquals(n, c[n * n - 1]);
    }
  }

  @Test
  void infinityTimesZeroIsNotSkipped() {
    for (int n : new int[] {3, 40}) {
      double[] a = new double[n * n];
      a[0] = Double.POSITIVE_INFINITY;
      double[] c = new double[n * n];
      DoubleBlas.gemm(
          Transpose.NO, Transpose.NO, n, n, n, 1, a, 0, n, new double[n * n], 0, n, 0, c, 0, n, 1);
      assertTrue(Double.isNaN(c[0]));
      assertEquals(0, c[1]);
    }
  }

  @Test
  void subnormalsSurvive() {
    for (int n : new int[] {3, 40}) {
      double[] identity = new double[n * n];
      double[] tiny = new double[n * n];
      for (int i = 0; i < n; i++) {
        identity[i * (n + 1)] = 1;
        tiny[i * n] = Double.MIN_VALUE * (i + 1);
      }
      double[] c = new double[n * n];
      DoubleBlas.gemm(
          Transpose.NO, Transpose.NO, n, n, n, 1, identity, 0, n, tiny, 0, n, 0, c, 0, n, 1);
      assertArrayEquals(tiny, c);
    }
  }

  @Test
  void aMatrixThatDoesNotFitIsRefusedByName() {
    double[] small = new double[8];
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                DoubleBlas.gemm(
                    Transpose.NO,
                    Transpose.NO,
                    3,
                    3,
                    2,
                    1,
                    small,
                    0,
                    3,
                    small,
                    0,
                    2,
                    0,
                    small,
                    0,
                    3,
                    1));
    assertEquals(
        "C of 3 x 3 with leading dimension 3 from 0 does not fit an array of length 8",
        refusal.getMessage());
  }
}
