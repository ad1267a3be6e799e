package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.linalg.SparseMatrix;

/**
 * Ruiz equilibration of {@code [P A'; A 0]} by powers of two, which keep the scaled data exact, and
 * two scalars for the size of the costs and of the bounds. With x = beta D x^, the scaled program
 * has A^ = E A D, P^ = c beta D P D, q^ = c D q, row ends e_i l_i / beta, column bounds l_j / (d_j
 * beta); then y = E y^ / c and z = D^-1 z^ / c.
 */
final class Equilibration {
  private static final int SWEEPS = 10;
  private static final double SMALLEST = 0x1p-20;
  private static final double LARGEST = 0x1p20;

  final double[] column;
  final double[] row;
  double cost = 1.0;
  double bound = 1.0;

  private final ConeLayout layout;

  Equilibration(ConeLayout layout, int columns) {
    this.layout = layout;
    column = new double[columns];
    row = new double[layout.rows];
  }

  /** Computes the factors. */
  void compute(
      SparseMatrix p,
      double[] q,
      SparseMatrix a,
      double[] rowLower,
      double[] rowUpper,
      double[] apex,
      double[] columnLower,
      double[] columnUpper,
      double[] columnNorm,
      double[] rowNorm) {
    Arrays.fill(column, 1.0);
    Arrays.fill(row, 1.0);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      norms(p, a, columnNorm, rowNorm);
      shareInCones(rowNorm);
      for (int j = 0; j < column.length; j++) {
        column[j] = clamp(column[j] / Math.sqrt(columnNorm[j] > 0.0 ? columnNorm[j] : 1.0));
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = clamp(row[i] / Math.sqrt(rowNorm[i] > 0.0 ? rowNorm[i] : 1.0));
      }
    }
    roundToPowersOfTwo(column);
    roundToPowersOfTwo(row);
    double size = leastSize(a, rowLower, rowUpper, apex, columnLower, columnUpper, rowNorm);
    bound = powerOfTwo(size > 0.0 ? size : 1.0);
    double largestCost = 0.0;
    for (int j = 0; j < column.length; j++) {
      largestCost = Math.max(largestCost, column[j] * Math.abs(q[j]));
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        double scaled = bound * column[j] * column[p.rowIndices()[k]] * Math.abs(p.values()[k]);
        largestCost = Math.max(largestCost, scaled);
      }
    }
    cost = 1.0 / powerOfTwo(largestCost > 0.0 ? largestCost : 1.0);
  }

  /**
   * The least {@code ||x||_inf} of a point that satisfies any one row or bound: the distance of 0
   * from its interval, over the 1-norm of a row. Ends that 0 satisfies, however large, say nothing
   * about the size of a solution, and one of a long row is smaller than its right-hand side. In a
   * curved cone's row the right-hand side itself stands for the distance.
   *
   * @param rowSum work space
   */
  private double leastSize(
      SparseMatrix a,
      double[] rowLower,
      double[] rowUpper,
      double[] apex,
      double[] columnLower,
      double[] columnUpper,
      double[] rowSum) {
    Arrays.fill(rowSum, 0.0);
    double largest = 0.0;
    for (int j = 0; j < column.length; j++) {
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        int i = a.rowIndices()[k];
        rowSum[i] += row[i] * column[j] * Math.abs(a.values()[k]);
      }
      largest = Math.max(largest, distanceOfZero(columnLower[j], columnUpper[j]) / column[j]);
    }
    for (int i = 0; i < row.length; i++) {
      double distance =
          row[i] * Math.max(Math.abs(apex[i]), distanceOfZero(rowLower[i], rowUpper[i]));
      largest = Math.max(largest, distance / Math.max(1.0, rowSum[i]));
    }
    return largest;
  }

  private static double distanceOfZero(double lower, double upper) {
    return Math.max(0.0, Math.max(lower, -upper));
  }

  /** The rows of one curved cone share one factor, or it would be another cone. */
  private void shareInCones(double[] rowNorm) {
    for (int k = 0; k < layout.blocks.size(); k++) {
      ConeLayout.Block block = layout.blocks.get(k);
      double largest = 0.0;
      for (int i = block.begin(); i < block.end(); i++) {
        largest = Math.max(largest, rowNorm[i]);
      }
      Arrays.fill(rowNorm, block.begin(), block.end(), largest);
    }
  }

  private void norms(SparseMatrix p, SparseMatrix a, double[] columnNorm, double[] rowNorm) {
    Arrays.fill(columnNorm, 0.0);
    Arrays.fill(rowNorm, 0.0);
    int[] starts = a.columnStarts();
    int[] indices = a.rowIndices();
    double[] values = a.values();
    for (int j = 0; j < column.length; j++) {
      double largest = 0.0;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        int i = indices[k];
        double scaled = Math.abs(values[k]) * column[j] * row[i];
        largest = Math.max(largest, scaled);
        rowNorm[i] = Math.max(rowNorm[i], scaled);
      }
      columnNorm[j] = Math.max(columnNorm[j], largest);
    }
    for (int j = 0; j < column.length; j++) {
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        int i = p.rowIndices()[k];
        double scaled = Math.abs(p.values()[k]) * column[j] * column[i];
        columnNorm[j] = Math.max(columnNorm[j], scaled);
        columnNorm[i] = Math.max(columnNorm[i], scaled);
      }
    }
  }

  private static double clamp(double value) {
    return Math.min(Math.max(value, SMALLEST), LARGEST);
  }

  private static void roundToPowersOfTwo(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = powerOfTwo(values[i]);
    }
  }

  /** The power of two nearest to a positive value on the logarithmic scale. */
  private static double powerOfTwo(double value) {
    int exponent = Math.getExponent(value);
    double mantissa = Math.scalb(value, -exponent);
    return Math.scalb(1.0, mantissa > 1.4142135623730951 ? exponent + 1 : exponent);
  }
}
