package org.infimum.linalg.sparse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.Patterns;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;

class SparseOperatorTest {
  /** A row holds some ten numbers of order one. */
  private static final double TOLERANCE = 1e-12;

  private final Random random = new Random(Patterns.seed());

  @Test
  void multipliesAsTheMatrixFromBothSides() {
    int[] sizes = {0, 1, 2, 3, 5, 17, 64, 300};
    for (int rows : sizes) {
      for (int columns : sizes) {
        int entries = Math.min(rows, columns) == 0 ? 0 : 3 * (rows + columns);
        SparseMatrix matrix = Patterns.random(rows, columns, entries, random);
        SparseOperator operator = new SparseOperator(matrix, 1);
        double[] x = random.doubles(columns).toArray();
        double[] expected = new double[rows];
        matrix.multiplyAdd(1.0, x, expected);
        double[] y = random.doubles(rows).toArray();
        operator.apply(x, y);
        assertArrayEquals(expected, y, TOLERANCE, Patterns.seed() + ": " + rows + " x " + columns);
        double[] transposed = new double[columns];
        matrix.transposeMultiplyAdd(1.0, y, transposed);
        double[] z = random.doubles(columns).toArray();
        operator.applyTransposed(y, z);
        assertArrayEquals(transposed, z, 1e-10, Patterns.seed() + ": " + rows + " x " + columns);
      }
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    SparseMatrix matrix = Patterns.random(20_000, 9_000, 300_000, random);
    double[] x = random.doubles(9_000).toArray();
    double[] first = new double[20_000];
    double[] firstTransposed = new double[9_000];
    new SparseOperator(matrix, 1).apply(x, first);
    new SparseOperator(matrix, 1).applyTransposed(first, firstTransposed);
    for (int threads = 2; threads <= 4; threads++) {
      SparseOperator operator = new SparseOperator(matrix, threads);
      double[] y = new double[20_000];
      operator.apply(x, y);
      assertArrayEquals(first, y);
      double[] z = new double[9_000];
      operator.applyTransposed(y, z);
      assertArrayEquals(firstTransposed, z);
    }
  }

  @Test
  void aFusedProjectedStepIsTheProductAndThenTheStep() {
    SparseMatrix matrix = Patterns.random(5_000, 7_000, 150_000, random);
    double[] y = random.doubles(5_000, -1.0, 1.0).toArray();
    double[] start = random.doubles(7_000).toArray();
    double[] lower = random.doubles(7_000, -0.5, 0.4).toArray();
    double[] upper = new double[7_000];
    Arrays.setAll(upper, j -> j % 3 == 0 ? Double.POSITIVE_INFINITY : lower[j] + 0.3);
    double[] product = new double[7_000];
    new SparseOperator(matrix, 1).applyTransposed(y, product);
    double[] expected = new double[7_000];
    Arrays.setAll(
        expected, j -> Math.min(Math.max(start[j] - 0.1 * product[j], lower[j]), upper[j]));
    for (int threads = 1; threads <= 2; threads++) {
      double[] x = start.clone();
      double[] gradient = new double[7_000];
      new SparseOperator(matrix, threads)
          .applyTransposed(y, gradient, new BoxStep(x, 0.1, lower, upper));
      assertArrayEquals(expected, x);
      assertArrayEquals(product, gradient);
    }
  }

  @Test
  void aFusedShrinkageMinimizesItsProximalFunction() {
    SparseMatrix identity =
        SparseMatrix.ofTriplets(
            4, 4, 4, new int[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3}, new double[] {1, 1, 1, 1});
    double[] x = {0.0, 0.0, 0.0, 0.0};
    double[] gradient = {-3.0, 3.0, 0.5, -1.0};
    new SparseOperator(identity, 1).apply(gradient, new double[4], new ShrinkageStep(x, 0.5, 1.0));
    assertArrayEquals(new double[] {1.0, -1.0, 0.0, 0.0}, x);
  }

  @Test
  void oneThreadAllocatesNothing() {
    SparseMatrix matrix = Patterns.random(500, 400, 5_000, random);
    SparseOperator operator = new SparseOperator(matrix, 1);
    double[] x = new double[400];
    double[] y = new double[500];
    RowStep step = new ShrinkageStep(y.clone(), 0.1, 0.1);
    operator.apply(x, y, step);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long own = Thread.currentThread().threadId();
    threads.getThreadAllocatedBytes(own);
    long before = threads.getThreadAllocatedBytes(own);
    for (int repeat = 0; repeat < 20; repeat++) {
      operator.apply(x, y, step);
      operator.applyTransposed(y, x);
    }
    assertEquals(0, threads.getThreadAllocatedBytes(own) - before);
  }

  @Test
  void fewerThanOneThreadIsRefused() {
    SparseMatrix matrix = SparseMatrix.zero(1, 1);
    assertThrows(IllegalArgumentException.class, () -> new SparseOperator(matrix, 0));
  }
}
