package org.infimum.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.infimum.convex.IterationEvent;
import org.infimum.core.Progress;

/** The iterations as a CSV file: a header, then one line an iteration. */
final class TraceFile implements Consumer<Progress> {
  private static final String HEADER =
      "iteration,primalObjective,dualObjective,primalResidual,dualResidual,gap,mu,kappaTau,sigma,"
          + "step,seconds";

  private final OutputFile file;
  private final BufferedWriter writer;

  TraceFile(OutputFile file) {
    this.file = file;
    this.writer =
        new BufferedWriter(new OutputStreamWriter(file.content(), StandardCharsets.UTF_8));
    write(HEADER);
  }

  @Override
  public void accept(Progress progress) {
    if (progress instanceof IterationEvent event) {
      StringBuilder line = new StringBuilder(160).append(event.iteration());
      append(line, event.primalObjective());
      append(line, event.dualObjective());
      append(line, event.primalResidual());
      append(line, event.dualResidual());
      append(line, event.gap());
      append(line, event.mu());
      append(line, event.kappaTau());
      append(line, event.sigma());
      append(line, event.step());
      append(line, event.seconds());
      write(line.toString());
    }
  }

  /** An empty cell for what is not a finite number. */
  private static void append(StringBuilder line, double value) {
    line.append(',');
    if (Double.isFinite(value)) {
      line.append(value);
    }
  }

  private void write(String line) {
    try {
      writer.write(line);
      writer.write('\n');
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  /** Writes what is still held back. */
  void finish() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw file.failed(e);
    }
  }
}
