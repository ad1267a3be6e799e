package org.infimum.convex.presolve;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;

/**
 * A plain primal-dual interior-point method on dense matrices for programs of a few dozen rows and
 * columns. It shares nothing with the solver under {@code main}; as its answers lie near the middle
 * of the optimal faces, they exercise postsolve at points that are no vertices.
 */
final class DenseInteriorPoint {
  private static final int ITERATIONS = 120;
  private static final double TOLERANCE = 1e-11;

  private final int columns;
  private final int rows;
  private final int size;
  private final double[] lower;
  private final double[] upper;
  private final boolean[] fixed;
  private final double[] cost;
  private final double[][] hessian;
  private final double[][] equations;
  private final double[] right;

  final double[] x;
  final double[] y;

  /** Solves {@code program}; {@link #x} and {@link #y} hold the last iterate. */
  DenseInteriorPoint(ConicProgram program) {
    columns = program.columns();
    rows = program.rows();
    int[] activity = new int[rows];
    int count = columns;
    for (int i = 0; i < rows; i++) {
      activity[i] = program.rowLower()[i] == program.rowUpper()[i] ? -1 : count++;
    }
    size = count;
    lower = new double[size];
    upper = new double[size];
    cost = new double[size];
    hessian = new double[size][size];
    equations = new double[rows][size];
    right = new double[rows];
    for (int j = 0; j < columns; j++) {
      lower[j] = program.columnLower()[j];
      upper[j] = program.columnUpper()[j];
      cost[j] = program.q()[j];
      for (int k = program.a().columnStarts()[j]; k < program.a().columnStarts()[j + 1]; k++) {
        equations[program.a().rowIndices()[k]][j] = program.a().values()[k];
      }
      for (int k = program.p().columnStarts()[j]; k < program.p().columnStarts()[j + 1]; k++) {
        hessian[program.p().rowIndices()[k]][j] = program.p().values()[k];
        hessian[j][program.p().rowIndices()[k]] = program.p().values()[k];
      }
    }
    for (int i = 0; i < rows; i++) {
      if (activity[i] < 0) {
        right[i] = program.rowLower()[i];
      } else {
        lower[activity[i]] = program.rowLower()[i];
        upper[activity[i]] = program.rowUpper()[i];
        equations[i][activity[i]] = -1.0;
      }
    }
    fixed = new boolean[size];
    double[] start = new double[size];
    for (int j = 0; j < size; j++) {
      if (lower[j] == upper[j]) {
        fixed[j] = true;
        start[j] = lower[j];
        lower[j] = Double.NEGATIVE_INFINITY;
        upper[j] = Double.POSITIVE_INFINITY;
      }
    }
    y = new double[rows];
    x = Arrays.copyOf(run(start), columns);
  }

  private double[] run(double[] v) {
    double[] below = new double[size];
    double[] above = new double[size];
    for (int j = 0; j < size; j++) {
      boolean hasLower = lower[j] > Double.NEGATIVE_INFINITY;
      boolean hasUpper = upper[j] < Double.POSITIVE_INFINITY;
      if (hasLower && hasUpper) {
        v[j] = 0.5 * (lower[j] + upper[j]);
      } else if (hasLower) {
        v[j] = lower[j] + 1.0;
      } else if (hasUpper) {
        v[j] = upper[j] - 1.0;
      }
      below[j] = hasLower ? 1.0 : 0.0;
      above[j] = hasUpper ? 1.0 : 0.0;
    }
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double mu = 0.0;
      int terms = 0;
      for (int j = 0; j < size; j++) {
        if (lower[j] > Double.NEGATIVE_INFINITY) {
          mu += below[j] * (v[j] - lower[j]);
          terms++;
        }
        if (upper[j] < Double.POSITIVE_INFINITY) {
          mu += above[j] * (upper[j] - v[j]);
          terms++;
        }
      }
      mu /= Math.max(1, terms);
      double[] gradient = new double[size];
      double residual = 0.0;
      for (int j = 0; j < size; j++) {
        double sum = cost[j] - below[j] + above[j];
        for (int k = 0; k < size; k++) {
          sum += hessian[j][k] * v[k];
        }
        for (int i = 0; i < rows; i++) {
          sum -= equations[i][j] * y[i];
        }
        gradient[j] = fixed[j] ? 0.0 : sum;
        residual = Math.max(residual, Math.abs(gradient[j]));
      }
      double[] gap = new double[rows];
      for (int i = 0; i < rows; i++) {
        gap[i] = right[i];
        for (int j = 0; j < size; j++) {
          gap[i] -= equations[i][j] * v[j];
        }
        residual = Math.max(residual, Math.abs(gap[i]));
      }
      if (mu < TOLERANCE && residual < TOLERANCE) {
        break;
      }
      advance(v, below, above, gradient, gap, 0.1 * mu);
    }
    return v;
  }

  /** One Newton step towards complementarity products equal to {@code target}. */
  private void advance(
      double[] v, double[] below, double[] above, double[] gradient, double[] gap, double target) {
    int order = size + rows;
    double[][] matrix = new double[order][order + 1];
    for (int j = 0; j < size; j++) {
      System.arraycopy(hessian[j], 0, matrix[j], 0, size);
      double diagonal = fixed[j] ? 1e30 : 1e-12;
      double side = -gradient[j];
      if (lower[j] > Double.NEGATIVE_INFINITY) {
        diagonal += below[j] / (v[j] - lower[j]);
        side += target / (v[j] - lower[j]) - below[j];
      }
      if (upper[j] < Double.POSITIVE_INFINITY) {
        diagonal += above[j] / (upper[j] - v[j]);
        side -= target / (upper[j] - v[j]) - above[j];
      }
      matrix[j][j] += diagonal;
      matrix[j][order] = side;
      for (int i = 0; i < rows; i++) {
        matrix[j][size + i] = equations[i][j];
        matrix[size + i][j] = equations[i][j];
      }
    }
    for (int i = 0; i < rows; i++) {
      matrix[size + i][size + i] = -1e-12;
      matrix[size + i][order] = gap[i];
    }
    // The unknowns are dv and -dy.
    double[] step = solve(matrix);
    double[] belowStep = new double[size];
    double[] aboveStep = new double[size];
    double primal = 1.0;
    double dual = 1.0;
    for (int j = 0; j < size; j++) {
      if (lower[j] > Double.NEGATIVE_INFINITY) {
        double room = v[j] - lower[j];
        belowStep[j] = (target - below[j] * step[j]) / room - below[j];
        primal = limit(primal, room, step[j]);
        dual = limit(dual, below[j], belowStep[j]);
      }
      if (upper[j] < Double.POSITIVE_INFINITY) {
        double room = upper[j] - v[j];
        aboveStep[j] = (target + above[j] * step[j]) / room - above[j];
        primal = limit(primal, room, -step[j]);
        dual = limit(dual, above[j], aboveStep[j]);
      }
    }
    // With a quadratic term the two residuals are coupled.
    double length = Math.min(primal, dual);
    for (int j = 0; j < size; j++) {
      v[j] += length * step[j];
      below[j] += length * belowStep[j];
      above[j] += length * aboveStep[j];
    }
    for (int i = 0; i < rows; i++) {
      y[i] -= length * step[size + i];
    }
  }

  private static double limit(double length, double room, double step) {
    return step < 0.0 ? Math.min(length, -0.98 * room / step) : length;
  }

  /** Gaussian elimination with partial pivoting; the right-hand side is the last column. */
  private static double[] solve(double[][] matrix) {
    int order = matrix.length;
    for (int p = 0; p < order; p++) {
      int best = p;
      for (int i = p + 1; i < order; i++) {
        if (Math.abs(matrix[i][p]) > Math.abs(matrix[best][p])) {
          best = i;
        }
      }
      double[] swapped = matrix[p];
      matrix[p] = matrix[best];
      matrix[best] = swapped;
      for (int i = p + 1; i < order; i++) {
        double factor = matrix[i][p] / matrix[p][p];
        if (factor != 0.0) {
          for (int k = p; k <= order; k++) {
            matrix[i][k] -= factor * matrix[p][k];
          }
        }
      }
    }
    double[] solution = new double[order];
    for (int p = order - 1; p >= 0; p--) {
      double sum = matrix[p][order];
      for (int k = p + 1; k < order; k++) {
        sum -= matrix[p][k] * solution[k];
      }
      solution[p] = sum / matrix[p][p];
    }
    return solution;
  }
}
