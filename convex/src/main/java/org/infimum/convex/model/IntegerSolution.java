package org.infimum.convex.model;

import org.infimum.convex.EngineResult;
import org.infimum.convex.EngineResult.Verdict;

/**
 * The answer of an external engine in the names of the model. Feasibility and whole numbers are
 * verified; that no better point exists is the engine's claim.
 */
public final class IntegerSolution {
  private final PointValues values;
  private final EngineResult result;

  IntegerSolution(PointValues values, EngineResult result) {
    this.values = values;
    this.result = result;
  }

  /** What the engine said and what of it is verified. */
  public EngineResult engineResult() {
    return result;
  }

  /** What may be said of the point. */
  public Verdict verdict() {
    return result.verdict();
  }

  /** The objective of the point, in the direction in which the model states it. */
  public double objective() {
    return result.objective();
  }

  /** The engine's bound of the objective, infinite if unknown. */
  public double bound() {
    return result.bound();
  }

  /**
   * The elements of a variable or expression, column by column.
   *
   * @throws IllegalStateException if there is no verified point
   */
  public double[] value(Expression expression) {
    return values.of(expression, point());
  }

  /** The value of a scalar variable or expression. */
  public double scalar(Expression expression) {
    return values.scalar(expression, point());
  }

  /** The value of a matrix by its rows. */
  public double[][] matrix(Expression expression) {
    return values.matrix(expression, point());
  }

  private double[] point() {
    double[] x = result.x();
    if (x == null || result.verdict() != Verdict.FEASIBLE) {
      throw new IllegalStateException(
          "the engine "
              + result.engine()
              + " gave no point that passes verification: "
              + result.verdict().label()
              + ", its own word is "
              + result.detail());
    }
    return x;
  }

  @Override
  public String toString() {
    return values.layout().model() + ": " + result.verdict().label() + ", " + result.objective();
  }
}
