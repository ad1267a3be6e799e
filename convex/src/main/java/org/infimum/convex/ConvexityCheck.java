package org.infimum.convex;

import java.util.Arrays;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.linalg.LdlCost;
import org.infimum.linalg.LdlFactor;
import org.infimum.linalg.LdlKind;
import org.infimum.linalg.LdlSymbolic;
import org.infimum.linalg.Ordering;
import org.infimum.linalg.SparseMatrix;

/**
 * Decides whether the quadratic term P is positive semidefinite within rounding. With D the
 * diagonal of P and {@code S = D^-1/2 P D^-1/2} (unit diagonal), P passes if the elimination of
 * {@code S + TOLERANCE I} meets positive pivots only. Eliminating a positive definite matrix
 * without pivoting is backward stable and rounding changes S by far less than the tolerance, so
 *
 * <ul>
 *   <li>every positive semidefinite P passes, singular ones too;
 *   <li>every P that passes has {@code d'Pd >= -2 TOLERANCE sum_j P_jj d_j^2} for all d.
 * </ul>
 *
 * A negative diagonal entry, an off-diagonal entry beside a zero on the diagonal and a negative 2 x
 * 2 minor are found before any elimination; columns with nothing off the diagonal take no part in
 * it.
 */
public final class ConvexityCheck {
  /** How far below zero the eigenvalues of the scaled matrix may lie: data printed to 8 digits. */
  public static final double TOLERANCE = 1e-8;

  /** Up to this many flops the row-by-row factorization needs no warm-up and takes below 0.3 s. */
  private static final double SIMPLICIAL_FLOPS = 3e8;

  private final SparseMatrix p;
  private final double[] diagonal;

  private ConvexityCheck(SparseMatrix p) {
    this.p = p;
    int n = p.columns();
    diagonal = new double[n];
    for (int j = 0; j < n; j++) {
      int last = p.columnStarts()[j + 1] - 1;
      if (last >= p.columnStarts()[j] && p.rowIndices()[last] == j) {
        diagonal[j] = p.values()[last];
      }
    }
  }

  /**
   * Refuses a program whose quadratic term is not convex.
   *
   * @param run polled inside the elimination; if it asks to stop, the check ends without a verdict
   * @throws InputException naming the column of the failing pivot
   */
  public static void requireConvex(ConicProgram program, Run run) {
    requireConvex(program, program.p(), run);
  }

  /** Refuses a quadratic term that {@code program} is to have if it is not convex. */
  static void requireConvex(ConicProgram program, SparseMatrix upperTriangle, Run run) {
    int column = failingPivot(upperTriangle, run);
    if (column >= 0) {
      String shape = program.sense() == Sense.MAXIMIZE ? "concave" : "convex";
      throw new InputException(
          "The quadratic objective is not "
              + shape
              + ": the pivot of column \""
              + program.columnName(column)
              + "\" is negative when the quadratic matrix is eliminated (tolerance "
              + TOLERANCE
              + " relative to the diagonal).");
    }
  }

  /**
   * The column whose pivot is the first to be negative, -1 if P is positive semidefinite within the
   * tolerance or the run asked to stop.
   *
   * @param upperTriangle the upper triangle of P
   */
  public static int failingPivot(SparseMatrix upperTriangle, Run run) {
    ConvexityCheck check = new ConvexityCheck(upperTriangle);
    int column = check.firstNegativeMinor();
    return column >= 0 ? column : check.firstNegativePivot(run);
  }

  /** The first column with a negative 1 x 1 or 2 x 2 principal minor, -1 if there is none. */
  private int firstNegativeMinor() {
    for (int j = 0; j < diagonal.length; j++) {
      if (diagonal[j] < 0.0) {
        return j;
      }
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        int i = p.rowIndices()[k];
        if (i != j && p.values()[k] != 0.0 && !(Math.abs(scaled(k, i, j)) <= 1.0 + TOLERANCE)) {
          return diagonal[i] > 0.0 ? j : i;
        }
      }
    }
    return -1;
  }

  /** Entry k of P, at (i, j), as an entry of S; infinite beside a zero on the diagonal. */
  private double scaled(int k, int i, int j) {
    return p.values()[k] / Math.sqrt(diagonal[i]) / Math.sqrt(diagonal[j]);
  }

  private int firstNegativePivot(Run run) {
    int[] coupled = coupledColumns();
    if (coupled.length == 0) {
      return -1;
    }
    SparseMatrix shifted = shifted(coupled);
    int[] order = Ordering.AMD.permutation(shifted);
    boolean small = LdlCost.predict(shifted, order).flops() <= SIMPLICIAL_FLOPS;
    LdlSymbolic symbolic =
        LdlSymbolic.analyze(shifted, order, small ? LdlKind.SIMPLICIAL : LdlKind.SUPERNODAL);
    byte[] signs = new byte[coupled.length];
    Arrays.fill(signs, (byte) 1);
    LdlFactor factor = new LdlFactor(symbolic, 1);
    boolean finished = factor.factor(shifted.values(), signs, 0.0, 1.0, run);
    int failing = finished ? factor.firstReplacedPivot() : -1;
    return failing >= 0 ? coupled[failing] : -1;
  }

  /** The columns with an entry off the diagonal, ascending. */
  private int[] coupledColumns() {
    boolean[] isCoupled = new boolean[diagonal.length];
    int count = 0;
    for (int j = 0; j < diagonal.length; j++) {
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        int i = p.rowIndices()[k];
        if (i != j && p.values()[k] != 0.0) {
          isCoupled[i] = true;
          isCoupled[j] = true;
        }
      }
    }
    int[] coupled = new int[diagonal.length];
    for (int j = 0; j < diagonal.length; j++) {
      if (isCoupled[j]) {
        coupled[count++] = j;
      }
    }
    return Arrays.copyOf(coupled, count);
  }

  /** The upper triangle of {@code S + TOLERANCE I} on the coupled columns. */
  private SparseMatrix shifted(int[] coupled) {
    int[] position = new int[diagonal.length];
    for (int c = 0; c < coupled.length; c++) {
      position[coupled[c]] = c;
    }
    int capacity = p.nonzeros() + coupled.length;
    int[] starts = new int[coupled.length + 1];
    int[] rows = new int[capacity];
    double[] values = new double[capacity];
    int count = 0;
    for (int c = 0; c < coupled.length; c++) {
      int j = coupled[c];
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        int i = p.rowIndices()[k];
        if (i != j && p.values()[k] != 0.0) {
          rows[count] = position[i];
          values[count++] = scaled(k, i, j);
        }
      }
      rows[count] = c;
      values[count++] = 1.0 + TOLERANCE;
      starts[c + 1] = count;
    }
    return new SparseMatrix(coupled.length, coupled.length, starts, rows, values);
  }
}
