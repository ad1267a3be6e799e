package org.infimum.convex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static final long SEED = Long.getLong("infimum.seed", 20261121L);
  private static final int PROGRAMS = 300;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static String replay(long seed) {
    return "replay with -Dinfimum.seed=" + seed;
  }

  /**
   * Double-double sums are right to 2^-104 of their terms each, below 1e-25 of all of them; the
   * quotients are rounded to double a few times.
   */
  private static void assertExact(
      double measured, BigDecimal exact, BigDecimal terms, String message) {
    BigDecimal error = ExactErrors.exact(measured).subtract(exact).abs();
    BigDecimal limit =
        exact
            .abs()
            .multiply(new BigDecimal("1e-15"))
            .add(terms.multiply(new BigDecimal("1e-25")))
            .add(new BigDecimal("1e-300"));
    assertTrue(
        error.compareTo(limit) <= 0,
        () -> message + ": measured " + measured + ", exact " + exact.doubleValue());
  }

  @Test
  void errorsAreExactUnderCancellation() {
    for (int trial = 0; trial < PROGRAMS; trial++) {
      long seed = SEED + trial;
      Random random = new Random(seed);
      ConicProgram program = cancelling(random);
      double[] x = wide(random, program.columns());
      double[] y = wide(random, program.rows());
      Verifier verifier = new Verifier(program);
      Errors errors = verifier.measure(x, y);
      ExactErrors exact = new ExactErrors(program).measure(x, y);
      double[] measured = errors.dimacs();
      for (int e = 0; e < 6; e++) {
        BigDecimal terms = e < 4 ? exact.componentTerms : exact.objectiveTerms;
        assertExact(measured[e], exact.errors[e], terms, "error " + (e + 1) + ", " + replay(seed));
      }
      assertExact(errors.primalObjective(), exact.primal, exact.objectiveTerms, replay(seed));
      assertExact(errors.dualObjective(), exact.dual, exact.objectiveTerms, replay(seed));

      BigDecimal farkas = new ExactErrors(program).farkas(y);
      double farkasError = verifier.farkasError(y);
      assertEquals(farkas == null, farkasError == INFINITY, replay(seed));
      if (farkas != null) {
        assertExact(farkasError, farkas, farkas, "Farkas, " + replay(seed));
      }
      BigDecimal recession = new ExactErrors(program).recession(x);
      double recessionError = verifier.recessionError(x);
      assertEquals(recession == null, recessionError == INFINITY, replay(seed));
      if (recession != null) {
        assertExact(recessionError, recession, recession, "recession, " + replay(seed));
      }
    }
  }

  /** Entries over 20 binades in every matrix; row ends are activities rounded to double. */
  private static ConicProgram cancelling(Random random) {
    int n = 1 + random.nextInt(8);
    int m = random.nextInt(8);
    double[][] a = new double[m][];
    Arrays.setAll(a, i -> wide(random, n));
    double[][] upper = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        upper[i][j] = wide(random);
      }
    }
    double[][] bounds = ends(random, n);
    double[][] rows = ends(random, m);
    return ConicProgram.rows(wide(random, n), OptimalPair.dense(a, n), rows[0], rows[1])
        .quadratic(withoutZeros(upper))
        .columnBounds(bounds[0], bounds[1])
        .constant(wide(random))
        .build();
  }

  private static SparseMatrix withoutZeros(double[][] upper) {
    int n = upper.length;
    int[] row = new int[n * n];
    int[] column = new int[n * n];
    double[] value = new double[n * n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        row[count] = i;
        column[count] = j;
        value[count++] = upper[i][j];
      }
    }
    return SparseMatrix.ofTriplets(n, n, count, row, column, value);
  }

  private static double[][] ends(Random random, int count) {
    double[][] ends = new double[2][count];
    for (int i = 0; i < count; i++) {
      double first = wide(random);
      double second = random.nextInt(4) == 0 ? first : wide(random);
      ends[0][i] = random.nextInt(3) == 0 ? -INFINITY : Math.min(first, second);
      ends[1][i] = random.nextInt(3) == 0 ? INFINITY : Math.max(first, second);
    }
    return ends;
  }

  private static double wide(Random random) {
    return Math.scalb(random.nextGaussian(), random.nextInt(20) - 10);
  }

  private static double[] wide(Random random, int length) {
    double[] values = new double[length];
    Arrays.setAll(values, i -> wide(random));
    return values;
  }

  @Test
  void aSumThatCancelsToItsLastBitsIsMeasuredExactly() {
    SparseMatrix a = OptimalPair.dense(new double[][] {{1e16, 1.0, -1e16}}, 3);
    ConicProgram program =
        ConicProgram.rows(new double[3], a, new double[] {1e-9}, new double[] {1e-9})
            .columnBounds(filled(3, -INFINITY), filled(3, INFINITY))
            .build();
    Errors errors = new Verifier(program).measure(new double[] {1, 1e-9, 1}, new double[1]);
    assertEquals(0.0, errors.largest());
  }

  @Test
  void optimalPairsHaveNoErrorAndEveryPlantedOneIsCaught() {
    double tolerance = 1e-8;
    for (int trial = 0; trial < PROGRAMS; trial++) {
      long seed = SEED + trial;
      Random random = new Random(seed);
      OptimalPair pair = OptimalPair.random(random, trial % 2 == 1);
      Verifier verifier = new Verifier(pair.program());
      assertEquals(0.0, verifier.measure(pair.x(), pair.y()).largest(), replay(seed));
      // Planted errors of 1e-4 leave residuals above 1e-6: all data are between 1/16 and 100.
      for (double planted : new double[] {1e-4, -1e-4}) {
        for (int j = 0; j < pair.x().length; j++) {
          double[] x = pair.x().clone();
          x[j] += planted;
          assertFalse(verifier.measureWithin(x, pair.y(), tolerance), "x" + j + replay(seed));
        }
        for (int i = 0; i < pair.y().length; i++) {
          double[] y = pair.y().clone();
          y[i] += planted;
          assertFalse(verifier.measureWithin(pair.x(), y, tolerance), "y" + i + replay(seed));
        }
      }
    }
  }

  @Test
  void whatIsNotFiniteNeverPasses() {
    OptimalPair pair = OptimalPair.random(new Random(SEED), true);
    Verifier verifier = new Verifier(pair.program());
    for (double bad : new double[] {Double.NaN, INFINITY, -INFINITY, 1e308, -1e308}) {
      for (int j = 0; j < pair.x().length; j++) {
        double[] x = pair.x().clone();
        x[j] = bad;
        assertFalse(verifier.measureWithin(x, pair.y(), 1e300), "x = " + bad);
        assertUnproved(verifier.measure(x, pair.y()), bad);
        assertFalse(verifier.recessionError(x) <= 1e-8);
      }
      for (int i = 0; i < pair.y().length; i++) {
        double[] y = pair.y().clone();
        y[i] = bad;
        assertFalse(verifier.measureWithin(pair.x(), y, 1e200), "y = " + bad);
        assertFalse(verifier.farkasError(y) <= 1e-8);
      }
    }
    assertTrue(verifier.measureWithin(pair.x(), pair.y(), 0.0), "a failure leaves no trace");
  }

  private static void assertUnproved(Errors errors, double bad) {
    if (!Double.isFinite(bad)) {
      for (double error : errors.dimacs()) {
        assertEquals(INFINITY, error);
      }
      assertEquals(INFINITY, errors.primalObjective());
      assertEquals(-INFINITY, errors.dualObjective());
    }
  }

  @Test
  void overflowInsideTheSumsNeverPasses() {
    SparseMatrix a = OptimalPair.dense(new double[][] {{1e200, -1e200}}, 2);
    ConicProgram program =
        ConicProgram.rows(new double[2], a, new double[] {-1}, new double[] {1}).build();
    Errors errors = new Verifier(program).measure(new double[] {1e200, 1e200}, new double[1]);
    assertEquals(INFINITY, errors.largest());
  }

  @Test
  void aFarkasRayProvesOnlyWithTheRightSign() {
    // x1 + x2 >= 5, x1 + 3 x2 <= 3, x >= 0.
    SparseMatrix a = OptimalPair.dense(new double[][] {{1, 1}, {1, 3}}, 2);
    ConicProgram program =
        ConicProgram.rows(new double[2], a, new double[] {5, -INFINITY}, new double[] {INFINITY, 3})
            .build();
    Verifier verifier = new Verifier(program);
    assertEquals(0.0, verifier.farkasError(new double[] {1, -1}));
    assertEquals(INFINITY, verifier.farkasError(new double[] {-1, 1}));
    assertEquals(INFINITY, verifier.farkasError(new double[2]));
    // Without the second row nothing covers column 1: the error is that of -A'y over the gap 5.
    assertEquals(0.2, verifier.farkasError(new double[] {1, 0}), 1e-16);
    // With x <= 1 the columns cover everything; the multiplier of the wrong sign is left out.
    ConicProgram boxed =
        ConicProgram.rows(new double[2], a, new double[] {5, -INFINITY}, new double[] {INFINITY, 3})
            .columnBounds(new double[2], filled(2, 1.0))
            .build();
    double gap = 5.0 - (1.0 + 1e-3) - (1.0 + 3e-3);
    assertEquals(1e-3 / gap, new Verifier(boxed).farkasError(new double[] {1, 1e-3}), 1e-16);
  }

  @Test
  void aColumnBoundCoversWhatItCan() {
    // x1 + x2 >= 5 with x <= 2: y = 1 gives the gap 5 - 4.
    SparseMatrix a = OptimalPair.dense(new double[][] {{1, 1}}, 2);
    ConicProgram program =
        ConicProgram.rows(new double[2], a, new double[] {5}, new double[] {INFINITY})
            .columnBounds(filled(2, -INFINITY), filled(2, 2.0))
            .build();
    Certificate.Farkas farkas = new Verifier(program).farkas(new double[] {12.0});
    assertEquals(0.0, farkas.error());
    assertEquals(1.5, farkas.y()[0], "a power of two brings the gap 12 into [1, 2)");
  }

  @Test
  void aRecessionRayMayNeitherLeaveNorCurve() {
    // min -x1 - x2, x1 - x2 in [0, 0], x >= 0, curvature along (1, -1) only.
    SparseMatrix a = OptimalPair.dense(new double[][] {{1, -1}}, 2);
    SparseMatrix p =
        SparseMatrix.ofTriplets(
            2, 2, 3, new int[] {0, 0, 1}, new int[] {0, 1, 1}, new double[] {1, -1, 1});
    ConicProgram program =
        ConicProgram.rows(new double[] {-1, -1}, a, new double[1], new double[1])
            .quadratic(p)
            .build();
    Verifier verifier = new Verifier(program);
    Certificate.Recession recession = verifier.recession(new double[] {3, 3});
    assertEquals(0.0, recession.error());
    assertEquals(0.75, recession.x()[0]);
    assertEquals(INFINITY, verifier.recessionError(new double[] {-1, -1}));
    assertEquals(1.0, verifier.recessionError(new double[] {1, 0}));
    ConicProgram bounded =
        ConicProgram.rows(new double[] {-1, -1}, a, new double[1], new double[1])
            .columnBounds(new double[2], new double[] {INFINITY, 7})
            .build();
    assertEquals(0.5, new Verifier(bounded).recessionError(new double[] {1, 1}));
  }

  @Test
  void crossedBoundsAreAProofOfTheirOwn() {
    SparseMatrix a = OptimalPair.dense(new double[][] {{1}, {1}}, 1);
    ConicProgram row =
        ConicProgram.rows(new double[1], a, new double[] {0, 2}, new double[] {1, 1}).build();
    Certificate.CrossedBounds crossed = new Verifier(row).crossedBounds();
    assertNotNull(crossed);
    assertEquals(new Certificate.CrossedBounds(true, 1, 2, 1), crossed);
    assertEquals(0.0, crossed.error());
    assertFalse(new Verifier(row).measureWithin(new double[] {1.5}, new double[2], 0.1));
    ConicProgram sound =
        ConicProgram.rows(new double[1], a, new double[] {0, 1}, new double[] {1, 1}).build();
    assertNull(new Verifier(sound).crossedBounds());
    assertEquals(INFINITY, new Certificate.CrossedBounds(true, 0, 1, 1).error());
  }

  @Test
  void repeatedMeasurementsAllocateNothing() throws ReflectiveOperationException {
    DoubleSupplier allocated = allocatedBytes();
    OptimalPair pair = OptimalPair.random(new Random(SEED), true);
    Verifier verifier = new Verifier(pair.program());
    double before = 0;
    double after = 1;
    double sum = 0;
    // The first rounds load classes; reading the counter itself may allocate, the same each time.
    for (int round = 0; round < 50; round++) {
      before = allocated.getAsDouble();
      after = allocated.getAsDouble();
      double reading = after - before;
      before = allocated.getAsDouble();
      for (int k = 0; k < 20; k++) {
        sum += verifier.measureWithin(pair.x(), pair.y(), 1e-8) ? 1 : 0;
        sum += Math.min(1, verifier.farkasError(pair.y()));
        sum += Math.min(1, verifier.recessionError(pair.x()));
      }
      after = allocated.getAsDouble() - reading;
    }
    assertTrue(sum >= 1000);
    assertEquals(0.0, after - before);
  }

  /**
   * The bytes this thread has allocated; by reflection, as the room does not read jdk.management.
   */
  private static DoubleSupplier allocatedBytes() throws ReflectiveOperationException {
    Object bean =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    Method bytes =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes");
    return () -> {
      try {
        return ((Long) bytes.invoke(bean)).doubleValue();
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    };
  }

  private static double[] filled(int length, double value) {
    double[] array = new double[length];
    Arrays.fill(array, value);
    return array;
  }
}
