package org.infimum.convex;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.infimum.convex.EngineResult.Verdict;
import org.infimum.core.InputException;
import org.infimum.core.Run;

/** Finds external engines and verifies what they say. */
public final class Engines {
  /** Engines work with absolute tolerances of 1e-6 to 1e-7 by default. */
  public static final double TOLERANCE = 1e-6;

  private Engines() {}

  /** The names of all engines on the class or module path. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Engine engine : ServiceLoader.load(Engine.class)) {
      names.addAll(engine.names());
    }
    return names;
  }

  /**
   * Solves with the engine of this name and verifies its point.
   *
   * @param name such as {@code highs}, {@code scip} or {@code cp-sat}
   * @param program polyhedral, without quadratic term
   * @param integer which columns take whole numbers only, length n
   * @throws InputException if there is no such engine, with the module to add, or if the program is
   *     not linear
   */
  public static EngineResult solve(String name, ConicProgram program, boolean[] integer, Run run) {
    if (!program.isLinear() || !program.isPolyhedral()) {
      throw new InputException(
          "The engine "
              + name
              + " takes linear programs only; this one has "
              + (program.isLinear() ? "curved cones." : "a quadratic objective."));
    }
    if (integer.length != program.columns()) {
      throw new IllegalArgumentException(
          integer.length + " integer marks for " + program.columns() + " columns");
    }
    Engine engine = find(name);
    double start = run.seconds();
    EngineAnswer answer = engine.solve(name, program, integer, run);
    return verified(name, program, integer, answer, run.seconds() - start);
  }

  private static Engine find(String name) {
    List<String> known = new ArrayList<>();
    for (Engine engine : ServiceLoader.load(Engine.class)) {
      if (engine.names().contains(name)) {
        return engine;
      }
      known.addAll(engine.names());
    }
    throw new InputException(
        known.isEmpty()
            ? "There is no engine "
                + name
                + " here: add the module org.infimum:infimum-ortools, which brings highs, scip and"
                + " cp-sat."
            : "There is no engine " + name + "; there are " + String.join(", ", known) + ".");
  }

  private static EngineResult verified(
      String name, ConicProgram program, boolean[] integer, EngineAnswer answer, double seconds) {
    double[] x = answer.x();
    double bound = program.userObjective(answer.bound());
    if (x == null) {
      return new EngineResult(
          name,
          Verdict.NO_POINT,
          answer.claim(),
          answer.detail(),
          null,
          Double.NaN,
          bound,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          seconds);
    }
    double integrality = 0.0;
    double[] whole = x.clone();
    for (int j = 0; j < x.length; j++) {
      if (integer[j]) {
        whole[j] = Math.rint(x[j]);
        integrality = Math.max(integrality, Math.abs(x[j] - whole[j]));
      }
    }
    double[] noDuals = new double[program.rows()];
    Verifier verifier = new Verifier(program);
    Errors errors = verifier.measure(whole, noDuals);
    double[] point = whole;
    if (!(errors.primal() <= TOLERANCE)) {
      errors = verifier.measure(x, noDuals);
      point = x;
    }
    boolean feasible = errors.primal() <= TOLERANCE && integrality <= TOLERANCE;
    return new EngineResult(
        name,
        feasible ? Verdict.FEASIBLE : Verdict.REFUTED,
        answer.claim(),
        answer.detail(),
        point,
        program.userObjective(errors.primalObjective()),
        bound,
        errors.rowResidual(),
        errors.columnBounds(),
        integrality,
        seconds);
  }
}
