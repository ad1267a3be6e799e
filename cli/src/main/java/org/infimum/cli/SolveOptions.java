package org.infimum.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.io.ReadOptions;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code solve}, checked.
 *
 * @param chosen whether the front door chooses the method
 * @param method the interior-point method with its options
 * @param engine the external engine to solve with, null for none
 * @param run budgets of presolve and solve
 * @param reading how the file is read
 * @param solution where the solution file goes, null for nowhere
 * @param trace where the iterations go, null for nowhere
 * @param json whether standard output carries JSON only
 * @param quiet whether only the result line is printed
 */
record SolveOptions(
    boolean chosen,
    InteriorPoint method,
    @Nullable String engine,
    RunOptions run,
    ReadOptions reading,
    @Nullable Path solution,
    @Nullable Path trace,
    boolean json,
    boolean quiet) {

  static final List<Option> SYNTAX =
      List.of(
          new Option("--method", "NAME", "auto (default) or interior-point"),
          new Option("--engine", "NAME", "highs, scip or cp-sat for linear problems with integers"),
          new Option("--tolerance", "E", "bound on each of the six errors, default 1e-8"),
          RunOptions.timeLimit("seconds for presolve and solve of one problem"),
          new Option("--max-iterations", "N", "iterations of one problem, default 200"),
          RunOptions.THREADS,
          RunOptions.SEED,
          NativeKernels.OPTION,
          new Option("--no-presolve", "", "solve the problem as it stands"),
          new Option("--relax", "", "read integer columns as continuous ones"),
          new Option("--lenient", "", "repair slips in the file with a warning"),
          new Option("--solution", "OUT.json", "write the solution, or the certificate, by name"),
          new Option("--trace", "OUT.csv", "write one line an iteration"),
          new Option("--json", "", "print one JSON object a problem and nothing else"),
          new Option("--quiet", "", "print the result line only"),
          CommandSyntax.DEBUG);

  /**
   * Checks the options.
   *
   * @throws InputException with one sentence if a value is wrong
   */
  static SolveOptions of(Arguments arguments) {
    String method = arguments.text("--method");
    if (method != null && !method.equals("auto") && !method.equals("interior-point")) {
      throw new InputException("--method takes auto or interior-point, not '" + method + "'.");
    }
    String engine = arguments.text("--engine");
    if (engine != null) {
      refuseBesideEngine(arguments);
    }
    double tolerance =
        arguments.number(
            "--tolerance",
            InteriorPoint.DEFAULT.tolerance(),
            0.0,
            1.0,
            "a number between 0 and 1, both excluded");
    long iterations =
        arguments.whole(
            "--max-iterations", InteriorPoint.DEFAULT.iterationLimit(), 0, Integer.MAX_VALUE);
    return new SolveOptions(
        method == null || method.equals("auto"),
        InteriorPoint.DEFAULT
            .withTolerance(tolerance)
            .withIterationLimit((int) iterations)
            .withPresolve(!arguments.has("--no-presolve")),
        engine,
        RunOptions.of(arguments),
        new ReadOptions(arguments.has("--lenient"), arguments.has("--relax"), engine != null),
        path(arguments, "--solution"),
        path(arguments, "--trace"),
        arguments.has("--json"),
        arguments.has("--quiet"));
  }

  /** The options of our own method, and what has no meaning without duals and iterations. */
  private static void refuseBesideEngine(Arguments arguments) {
    for (String option :
        List.of("--method", "--tolerance", "--max-iterations", "--solution", "--trace")) {
      if (arguments.text(option) != null) {
        throw new InputException(option + " does not apply with --engine.");
      }
    }
  }

  private static @Nullable Path path(Arguments arguments, String option) {
    String text = arguments.text(option);
    if (text == null) {
      return null;
    }
    if (text.isEmpty() || text.equals("-")) {
      throw new InputException(option + " takes the name of a file, not '" + text + "'.");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InputException(option + " takes the name of a file, not '" + text + "'.", e);
    }
  }
}
