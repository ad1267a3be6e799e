package org.infimum.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.infimum.core.Status;

/** Several problems: one line each, then a summary; a bad file does not stop the others. */
final class SolveList {
  /** The shift of the geometric mean: below it, differences hardly count. */
  private static final double SHIFT_SECONDS = 0.01;

  private final SolveOptions options;
  private final Terminal terminal;
  private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
  private final List<Double> seconds = new ArrayList<>();
  private int failures;

  SolveList(SolveOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /** Solves them in order; the worst exit code of all. */
  int solve(List<String> files) {
    PrintStream out = terminal.out();
    boolean framed = !options.json() && !options.quiet();
    if (framed) {
      out.println(ResultLine.HEADER);
    }
    int worst = ExitCode.PROVED;
    for (String file : files) {
      if (terminal.interruption().isRequested()) {
        worst = Math.max(worst, ExitCode.STOPPED_SHORT);
        break;
      }
      worst = Math.max(worst, solve(file));
      out.flush();
      terminal.err().flush();
    }
    if (framed) {
      out.println(summary());
    }
    return worst;
  }

  private int solve(String file) {
    try {
      Solving solving = new Solving(file, options, terminal);
      solving.read();
      Solved solved = solving.solve();
      if (options.json()) {
        SolveJson.print(solved, terminal.out());
      } else {
        terminal.out().println(ResultLine.of(solved));
      }
      counts.merge(solved.result().status(), 1, Integer::sum);
      seconds.add(solved.result().seconds());
      return solved.exitCode();
    } catch (Exception | OutOfMemoryError | StackOverflowError failure) {
      failures++;
      terminal.out().flush();
      return Failure.report(failure, terminal.err(), terminal.debug());
    }
  }

  private String summary() {
    StringBuilder text = new StringBuilder();
    counts.forEach((status, count) -> count(text, count, status.label()));
    count(text, failures, "not solved");
    text.append("; shifted geometric mean of presolve and solve ");
    text.append(Decimals.fixed(shiftedGeometricMean(), 4)).append(" s (shift 10 ms)");
    return text.toString();
  }

  private static void count(StringBuilder text, int count, String label) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(label);
    }
  }

  /** {@code exp(mean(log(t + shift))) - shift} over the problems that came to an answer. */
  private double shiftedGeometricMean() {
    if (seconds.isEmpty()) {
      return 0.0;
    }
    double sum = 0.0;
    for (double t : seconds) {
      sum += Math.log(t + SHIFT_SECONDS);
    }
    return Math.exp(sum / seconds.size()) - SHIFT_SECONDS;
  }
}
