package org.infimum.cli;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.infimum.convex.IterationEvent;
import org.infimum.convex.PresolveEvent;
import org.infimum.core.Progress;

/** The iteration table on the terminal, a line as soon as its iteration is done. */
final class IterationTable implements Consumer<Progress> {
  private static final int OBJECTIVE = 18;
  private static final int MEASURE = 8;
  private static final int STEP = 7;
  private static final int TIME = 9;

  private final PrintStream out;
  private boolean begun;

  IterationTable(PrintStream out) {
    this.out = out;
  }

  @Override
  public void accept(Progress progress) {
    switch (progress) {
      case PresolveEvent event -> out.println("presolve   " + event.summary());
      case IterationEvent event -> line(event);
      default -> {
        // Other methods have tables of their own.
      }
    }
  }

  private void line(IterationEvent event) {
    if (!begun) {
      out.println(header());
      begun = true;
    }
    StringBuilder line = new StringBuilder(112);
    line.append(Decimals.right(Integer.toString(event.iteration()), 4));
    objective(line, event.primalObjective());
    objective(line, event.dualObjective());
    measure(line, event.primalResidual());
    measure(line, event.dualResidual());
    measure(line, event.gap());
    measure(line, event.mu());
    measure(line, event.kappaTau());
    measure(line, event.sigma());
    line.append(Decimals.right(Decimals.fixed(event.step(), 3), STEP));
    line.append(Decimals.right(Decimals.fixed(event.seconds(), 2) + "s", TIME));
    out.println(line);
    out.flush();
  }

  private static String header() {
    StringBuilder line = new StringBuilder("iter");
    line.append(Decimals.right("primal objective", OBJECTIVE));
    line.append(Decimals.right("dual objective", OBJECTIVE));
    for (String name : new String[] {"pres", "dres", "gap", "mu", "k/t", "sigma"}) {
      line.append(Decimals.right(name, MEASURE));
    }
    line.append(Decimals.right("step", STEP)).append(Decimals.right("time", TIME));
    return line.toString();
  }

  private static void objective(StringBuilder line, double value) {
    line.append(Decimals.right(Decimals.scientific(value, 9), OBJECTIVE));
  }

  private static void measure(StringBuilder line, double value) {
    line.append(Decimals.right(Decimals.scientific(value, 1), MEASURE));
  }
}
