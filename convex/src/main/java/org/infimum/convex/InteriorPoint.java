package org.infimum.convex;

import java.util.Locale;
import org.infimum.core.Method;
import org.infimum.core.Run;
import org.infimum.linalg.LdlKind;
import org.infimum.linalg.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * Primal-dual interior-point method on the homogeneous embedding with a quadratic objective
 * (Goulart and Chen, "Clarabel: An interior-point solver for conic programs with quadratic
 * objectives", 2024, arXiv 2405.12762), with Mehrotra's predictor-corrector and Gondzio's multiple
 * centrality correctors.
 *
 * @param tolerance bound on each of the six {@link Errors} for {@code optimal}, and on the relative
 *     error of a certificate
 * @param iterationLimit iterations before the method gives up
 * @param presolve whether to presolve
 * @param system which form of the Newton system is factored
 * @param ordering the fill-reducing ordering, null to compare and choose
 * @param factorization how the factor is computed
 * @param correctors the most centrality correctors an iteration, negative to choose by cost
 */
public record InteriorPoint(
    double tolerance,
    int iterationLimit,
    boolean presolve,
    NewtonForm system,
    @Nullable Ordering ordering,
    LdlKind factorization,
    int correctors)
    implements Method<ConicProgram, ConicResult> {

  /** Which form of the Newton system is factored. */
  public enum NewtonForm {
    /** The form with the smaller predicted cost. */
    AUTO,
    /** The quasi-definite matrix of order n + m. */
    AUGMENTED,
    /** The Schur complement of order m; needs a diagonal P. */
    NORMAL;

    /** The label used on the command line and in JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The defaults: tolerance 1e-8, 200 iterations, presolve on, everything else chosen by cost. */
  public static final InteriorPoint DEFAULT =
      new InteriorPoint(1e-8, 200, true, NewtonForm.AUTO, null, LdlKind.AUTO, -1);

  /** Refuses a tolerance outside (0, 1) and a negative iteration limit. */
  public InteriorPoint {
    if (!(tolerance > 0.0 && tolerance < 1.0)) {
      throw new IllegalArgumentException("the tolerance must lie in (0, 1), got " + tolerance);
    }
    if (iterationLimit < 0) {
      throw new IllegalArgumentException("the iteration limit is negative: " + iterationLimit);
    }
  }

  /** The same method with another tolerance. */
  public InteriorPoint withTolerance(double value) {
    return new InteriorPoint(
        value, iterationLimit, presolve, system, ordering, factorization, correctors);
  }

  /** The same method with another iteration limit. */
  public InteriorPoint withIterationLimit(int value) {
    return new InteriorPoint(
        tolerance, value, presolve, system, ordering, factorization, correctors);
  }

  /** The same method with presolve on or off. */
  public InteriorPoint withPresolve(boolean value) {
    return new InteriorPoint(
        tolerance, iterationLimit, value, system, ordering, factorization, correctors);
  }

  /** The same method with another form of the Newton system. */
  public InteriorPoint withSystem(NewtonForm value) {
    return new InteriorPoint(
        tolerance, iterationLimit, presolve, value, ordering, factorization, correctors);
  }

  /** The same method with a fixed ordering, null to choose. */
  public InteriorPoint withOrdering(@Nullable Ordering value) {
    return new InteriorPoint(
        tolerance, iterationLimit, presolve, system, value, factorization, correctors);
  }

  /** The same method with another kind of factorization. */
  public InteriorPoint withFactorization(LdlKind value) {
    return new InteriorPoint(
        tolerance, iterationLimit, presolve, system, ordering, value, correctors);
  }

  /** The same method with at most this many centrality correctors, negative to choose. */
  public InteriorPoint withCorrectors(int value) {
    return new InteriorPoint(
        tolerance, iterationLimit, presolve, system, ordering, factorization, value);
  }

  @Override
  public String name() {
    return "interior-point";
  }

  @Override
  public ConicResult solve(ConicProgram problem, Run run) {
    return new InteriorPointSolve(this, "", problem, run).solve();
  }
}
