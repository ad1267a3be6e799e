package org.infimum.cli;

import java.util.function.Consumer;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.ConicResult;
import org.infimum.convex.Convex;
import org.infimum.convex.io.ReadProblem;
import org.infimum.core.InputException;
import org.infimum.core.Progress;
import org.infimum.core.Run;
import org.jspecify.annotations.Nullable;

/** One problem on its way from the file to the answer: read, then listen, then solve. */
final class Solving {
  private final String file;
  private final SolveOptions options;
  private final Terminal terminal;
  private final long start = System.nanoTime();
  private double readSeconds;
  private @Nullable ReadProblem problem;
  private @Nullable Consumer<Progress> listener;

  Solving(String file, SolveOptions options, Terminal terminal) {
    this.file = file;
    this.options = options;
    this.terminal = terminal;
  }

  /** Reads the file; warnings go to standard error. */
  void read() {
    ReadProblem read = ProblemSource.read(file, options.reading(), terminal.in());
    for (String warning : read.warnings()) {
      terminal.err().println("Warning: " + warning);
    }
    terminal.err().flush();
    problem = read;
    readSeconds = seconds();
  }

  /** The problem as it was read. */
  ReadProblem problem() {
    if (problem == null) {
      throw new IllegalStateException("the problem is not read yet");
    }
    return problem;
  }

  /** Adds a listener for the iterations. */
  void listen(Consumer<Progress> next) {
    listener = listener == null ? next : listener.andThen(next);
  }

  /** Solves the problem; the user may interrupt it. */
  Solved solve() {
    ConicProgram program = problem().program();
    Run.Builder builder = options.run().builder();
    if (listener != null) {
      builder.listener(listener);
    }
    Run run = builder.build();
    terminal.interruption().watch(run);
    ConicResult result = answer(program, run);
    return new Solved(ProblemSource.title(file, program), program, result, readSeconds, seconds());
  }

  private ConicResult answer(ConicProgram program, Run run) {
    try {
      return options.chosen()
          ? Convex.solve(program, options.method(), run)
          : options.method().solve(program, run);
    } catch (InputException e) {
      // What only the solver finds out, such as a non-convex objective, does not name the file.
      throw new InputException(ProblemSource.label(file) + ": " + e.getMessage(), e);
    }
  }

  private double seconds() {
    return (System.nanoTime() - start) * 1e-9;
  }
}
