package org.infimum.convex;

import java.math.BigDecimal;
import java.math.MathContext;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The six errors and both ray errors in exact arithmetic: every double is a BigDecimal and sums and
 * products of BigDecimals are not rounded. Written from the Javadoc of {@link Errors} and {@link
 * Certificate}, on dense arrays, with nothing taken from {@link Verifier}.
 */
final class ExactErrors {
  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  final BigDecimal[] errors = new BigDecimal[6];
  BigDecimal primal = ZERO;
  BigDecimal dual = ZERO;

  /** Sum of the absolute values of all terms behind the objectives: what rounding goes with. */
  BigDecimal objectiveTerms = ZERO;

  /** The largest sum of the absolute values of the terms of one component of Ax or Px + q - A'y. */
  BigDecimal componentTerms = ZERO;

  private final ConicProgram program;

  ExactErrors(ConicProgram program) {
    this.program = program;
  }

  static BigDecimal exact(double value) {
    return new BigDecimal(value);
  }

  ExactErrors measure(double[] x, double[] y) {
    BigDecimal[] a = activities(x);
    BigDecimal[] px = quadratic(x);
    BigDecimal[] d = px.clone();
    BigDecimal[] aty = transposed(y);
    BigDecimal xpx = ZERO;
    BigDecimal qx = ZERO;
    for (int j = 0; j < x.length; j++) {
      d[j] = d[j].add(exact(program.q()[j])).subtract(aty[j]);
      xpx = xpx.add(px[j].multiply(exact(x[j])));
      qx = qx.add(exact(program.q()[j]).multiply(exact(x[j])));
      objectiveTerms =
          objectiveTerms
              .add(px[j].multiply(exact(x[j])).abs())
              .add(exact(program.q()[j]).multiply(exact(x[j])).abs());
    }
    BigDecimal half = xpx.multiply(new BigDecimal("0.5"));
    primal = half.add(qx).add(exact(program.r()));
    dual = exact(program.r()).subtract(half);

    BigDecimal[] exactY = exact(y);
    BigDecimal[] exactX = exact(x);
    BigDecimal complementarity =
        side(a, exactY, program.rowLower(), program.rowUpper(), 0, 3)
            .add(side(exactX, d, program.columnLower(), program.columnUpper(), 1, 2));
    BigDecimal costScale = BigDecimal.ONE.add(norm(program.q()));
    BigDecimal objectiveScale = BigDecimal.ONE.add(primal.abs()).add(dual.abs());
    errors[2] = errors[2].divide(costScale, DIGITS);
    errors[3] = errors[3].divide(costScale, DIGITS);
    errors[4] = primal.subtract(dual).divide(objectiveScale, DIGITS);
    errors[5] = complementarity.divide(objectiveScale, DIGITS);
    return this;
  }

  /**
   * Values in [lower, upper] with multipliers: primal and dual distance, support, complementarity.
   */
  private BigDecimal side(
      BigDecimal[] values,
      BigDecimal[] multipliers,
      double[] lower,
      double[] upper,
      int primalError,
      int dualError) {
    BigDecimal distance = ZERO;
    BigDecimal dualDistance = ZERO;
    BigDecimal complementarity = ZERO;
    BigDecimal norm = ZERO;
    for (int i = 0; i < values.length; i++) {
      BigDecimal projected = values[i];
      if (Double.isFinite(lower[i])) {
        projected = projected.max(exact(lower[i]));
        norm = norm.max(exact(lower[i]).abs());
      }
      if (Double.isFinite(upper[i])) {
        projected = projected.min(exact(upper[i]));
        norm = norm.max(exact(upper[i]).abs());
      }
      distance = distance.max(values[i].subtract(projected).abs());
      double end = multipliers[i].signum() > 0 ? lower[i] : upper[i];
      if (Double.isFinite(end)) {
        BigDecimal support = multipliers[i].multiply(exact(end));
        dual = dual.add(support);
        objectiveTerms = objectiveTerms.add(support.abs());
        complementarity =
            complementarity.add(multipliers[i].multiply(projected.subtract(exact(end))));
        objectiveTerms = objectiveTerms.add(multipliers[i].multiply(projected).abs());
      } else {
        dualDistance = dualDistance.max(multipliers[i].abs());
      }
    }
    errors[primalError] = distance.divide(BigDecimal.ONE.add(norm), DIGITS);
    errors[dualError] = dualDistance;
    return complementarity;
  }

  /** The Farkas error of y; null if the gap is not positive. */
  @Nullable BigDecimal farkas(double[] y) {
    BigDecimal[] z = transposed(y);
    for (int j = 0; j < z.length; j++) {
      z[j] = z[j].negate();
    }
    BigDecimal[] gapAndLeft = {ZERO, ZERO};
    cover(exact(y), program.rowLower(), program.rowUpper(), gapAndLeft);
    cover(z, program.columnLower(), program.columnUpper(), gapAndLeft);
    return gapAndLeft[0].signum() > 0 ? gapAndLeft[1].divide(gapAndLeft[0], DIGITS) : null;
  }

  private static void cover(
      BigDecimal[] multipliers, double[] lower, double[] upper, BigDecimal[] gapAndLeft) {
    for (int i = 0; i < multipliers.length; i++) {
      double end = multipliers[i].signum() > 0 ? lower[i] : upper[i];
      if (Double.isFinite(end)) {
        gapAndLeft[0] = gapAndLeft[0].add(multipliers[i].multiply(exact(end)));
      } else {
        gapAndLeft[1] = gapAndLeft[1].max(multipliers[i].abs());
      }
    }
  }

  /** The recession error of x; null if q'x is not negative. */
  @Nullable BigDecimal recession(double[] x) {
    BigDecimal slope = ZERO;
    BigDecimal departure = ZERO;
    BigDecimal[] px = quadratic(x);
    for (int j = 0; j < x.length; j++) {
      slope = slope.subtract(exact(program.q()[j]).multiply(exact(x[j])));
      departure = departure.max(px[j].abs());
    }
    departure = departure.max(leaving(activities(x), program.rowLower(), program.rowUpper()));
    departure = departure.max(leaving(exact(x), program.columnLower(), program.columnUpper()));
    return slope.signum() > 0 ? departure.divide(slope, DIGITS) : null;
  }

  private static BigDecimal leaving(BigDecimal[] direction, double[] lower, double[] upper) {
    BigDecimal distance = ZERO;
    for (int i = 0; i < direction.length; i++) {
      if (Double.isFinite(lower[i])) {
        distance = distance.max(direction[i].negate());
      }
      if (Double.isFinite(upper[i])) {
        distance = distance.max(direction[i]);
      }
    }
    return distance;
  }

  private BigDecimal[] activities(double[] x) {
    BigDecimal[] result = exact(new double[program.rows()]);
    BigDecimal[] terms = exact(new double[program.rows()]);
    SparseMatrix a = program.a();
    for (int j = 0; j < x.length; j++) {
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        BigDecimal term = exact(a.values()[k]).multiply(exact(x[j]));
        int i = a.rowIndices()[k];
        result[i] = result[i].add(term);
        terms[i] = terms[i].add(term.abs());
        componentTerms = componentTerms.max(terms[i]);
      }
    }
    return result;
  }

  private BigDecimal[] transposed(double[] y) {
    BigDecimal[] result = exact(new double[program.columns()]);
    SparseMatrix a = program.a();
    for (int j = 0; j < result.length; j++) {
      BigDecimal terms = exact(program.q()[j]).abs();
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        BigDecimal term = exact(a.values()[k]).multiply(exact(y[a.rowIndices()[k]]));
        result[j] = result[j].add(term);
        terms = terms.add(term.abs());
      }
      componentTerms = componentTerms.max(terms);
    }
    return result;
  }

  private BigDecimal[] quadratic(double[] x) {
    BigDecimal[] result = exact(new double[x.length]);
    SparseMatrix p = program.p();
    for (int j = 0; j < x.length; j++) {
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        int i = p.rowIndices()[k];
        BigDecimal value = exact(p.values()[k]);
        result[i] = result[i].add(value.multiply(exact(x[j])));
        if (i != j) {
          result[j] = result[j].add(value.multiply(exact(x[i])));
        }
        BigDecimal size = value.abs().multiply(exact(x[i]).abs().add(exact(x[j]).abs()));
        componentTerms = componentTerms.max(size.multiply(exact(x.length)));
      }
    }
    return result;
  }

  private static BigDecimal[] exact(double[] values) {
    BigDecimal[] result = new BigDecimal[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = exact(values[i]);
    }
    return result;
  }

  private static BigDecimal norm(double[] values) {
    BigDecimal norm = ZERO;
    for (double value : values) {
      norm = norm.max(exact(value).abs());
    }
    return norm;
  }
}
