package org.infimum.convex.model;

import java.util.List;
import org.infimum.convex.Certificate;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.ConicResult;
import org.infimum.convex.Convex;
import org.infimum.convex.Errors;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.convex.Sense;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a model in the names of the model: values of variables and expressions, duals of
 * constraints, and the evidence, which was recomputed on the canonical form.
 */
public final class Solution {
  private final PointValues values;
  private final Layout layout;
  private final ConicProgram program;
  private final Status status;
  private final double[] x;
  private final double[] y;
  private final Errors errors;
  private final double objective;
  private final double dualObjective;
  private final @Nullable Certificate certificate;
  private final @Nullable ConicResult conicResult;

  Solution(
      PointValues values,
      ConicProgram program,
      Status status,
      double[] x,
      double[] y,
      Errors errors,
      double objective,
      double dualObjective,
      @Nullable Certificate certificate,
      @Nullable ConicResult conicResult) {
    this.values = values;
    this.layout = values.layout();
    this.program = program;
    this.status = status;
    this.x = x;
    this.y = y;
    this.errors = errors;
    this.objective = objective;
    this.dualObjective = dualObjective;
    this.certificate = certificate;
    this.conicResult = conicResult;
  }

  static Solution of(
      Model model, CanonicalForm form, double[] parameters, InteriorPoint method, Run run) {
    ConicProgram program = form.program(parameters);
    ConicResult result = Convex.solve(program, method, run);
    @Nullable Certificate certificate =
        switch (result) {
          case ConicResult.PrimalInfeasible infeasible -> infeasible.certificate();
          case ConicResult.DualInfeasible infeasible -> infeasible.certificate();
          case ConicResult.Optimal optimal -> null;
          case ConicResult.Stopped stopped -> null;
        };
    return new Solution(
        new PointValues(model, form.layout(), parameters),
        program,
        result.status(),
        result.x(),
        result.y(),
        result.errors(),
        result.objective(),
        result.dualObjective(),
        certificate,
        result);
  }

  /** How the solve ended. */
  public Status status() {
    return status;
  }

  /** Whether the answer is optimal: all six errors are within the tolerance. */
  public boolean isOptimal() {
    return status == Status.OPTIMAL;
  }

  /** The value of the objective, in the direction in which the model states it. */
  public double objective() {
    return objective;
  }

  /** The value of the dual objective: no point is better than this, up to the errors. */
  public double dualObjective() {
    return dualObjective;
  }

  /** The six errors of the point and the duals on the canonical form. */
  public Errors errors() {
    return errors;
  }

  /** The proof that there is no optimum, null unless the status says so. */
  public @Nullable Certificate certificate() {
    return certificate;
  }

  /** The answer to the canonical form, null if it came from a {@link PreparedModel}. */
  public @Nullable ConicResult conicResult() {
    return conicResult;
  }

  /** The canonical form that was solved. */
  public ConicProgram program() {
    return program;
  }

  /**
   * The elements of a variable or of any expression of the model, column by column; atoms by their
   * functions.
   *
   * @throws IllegalStateException if there is no point
   * @throws InputException if the expression is not of the model that was solved; after {@link
   *     PreparedModel#load} variables have names only
   */
  public double[] value(Expression expression) {
    requirePoint();
    return values.of(expression, x);
  }

  /** The value of a scalar variable or expression. */
  public double scalar(Expression expression) {
    requirePoint();
    return values.scalar(expression, x);
  }

  /** The value of a matrix by its rows. */
  public double[][] matrix(Expression expression) {
    requirePoint();
    return values.matrix(expression, x);
  }

  /** The elements of the variable of this name, column by column. */
  public double[] value(String variable) {
    requirePoint();
    return values.of(variable, x);
  }

  private void requirePoint() {
    if (status == Status.PRIMAL_INFEASIBLE || status == Status.DUAL_INFEASIBLE) {
      throw new IllegalStateException(
          "the model \""
              + layout.model()
              + "\" is "
              + status.label()
              + " and has no values; explain() says why");
    }
  }

  /** The multipliers of a constraint; see {@link #dual(String)}. */
  public double[] dual(Constraint constraint) {
    return dual(constraint.name());
  }

  /**
   * The multipliers of the constraint of this name. Of an equality or inequality: the derivative of
   * the optimal objective, as the model states it, by the right-hand side, one number an element.
   * Of rows in a cone: the point z of the dual cone; of a semidefinite matrix: the positive
   * semidefinite multiplier matrix, column by column.
   */
  public double[] dual(String constraint) {
    for (Layout.Rows rows : layout.rows()) {
      if (rows.constraint() >= 0 && rows.label().equals(constraint)) {
        return dual(rows);
      }
    }
    throw new InputException(
        "The model \"" + layout.model() + "\" has no constraint \"" + constraint + "\".");
  }

  private double[] dual(Layout.Rows rows) {
    boolean inCone = rows.kind() == Constraint.Kind.CONE;
    double direction = inCone || program.sense() == Sense.MAXIMIZE ? -1.0 : 1.0;
    double[] multipliers = new double[rows.count()];
    for (int i = 0; i < multipliers.length; i++) {
      multipliers[i] = 0.0 + direction * y[rows.first() + i];
    }
    if (!rows.symmetric()) {
      return multipliers;
    }
    int n = rows.shape().rows();
    double[] matrix = new double[n * n];
    new SemidefiniteCone(n).unpack(multipliers, 0, matrix);
    return matrix;
  }

  /**
   * What the certificate says in the names of the model: the constraints that contradict one
   * another, or the variables that run away, largest first; empty if there is no certificate.
   */
  public List<Conflict> conflicts() {
    return certificate == null ? List.of() : Conflict.of(certificate, layout, program);
  }

  /**
   * One part of a certificate.
   *
   * @param name a constraint, a bound of a variable, or a variable
   * @param weight its multiplier in the proof of infeasibility, or the component of the direction
   */
  public record Conflict(String name, double weight) {
    private static List<Conflict> of(Certificate certificate, Layout layout, ConicProgram program) {
      return new Explanation(layout, program).conflicts(certificate);
    }
  }

  /** The outcome in a few lines for a person. */
  public String explain() {
    return Explanation.text(this);
  }

  @Override
  public String toString() {
    return layout.model() + ": " + status.label() + ", objective " + objective;
  }
}
