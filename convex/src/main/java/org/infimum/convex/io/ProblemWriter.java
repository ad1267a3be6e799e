package org.infimum.convex.io;

import java.io.IOException;
import java.io.OutputStream;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;

/** What the writers share: the text under way and the program in the user's direction. */
abstract class ProblemWriter {
  private static final int FLUSH_AT = 1 << 15;

  final ConicProgram program;
  final ReadLog log;
  final StringBuilder text = new StringBuilder(2 * FLUSH_AT);
  private final double direction;

  /** Checks that the format can express the program, before a file is touched. */
  ProblemWriter(ConicProgram program, ReadLog log) {
    this.program = program;
    this.log = log;
    this.direction = program.sense() == Sense.MAXIMIZE ? -1.0 : 1.0;
  }

  abstract void write(OutputStream out) throws IOException;

  /** A coefficient of the minimized objective as the user stated it. */
  final double stated(double minimized) {
    return direction * minimized;
  }

  final boolean isMaximization() {
    return program.sense() == Sense.MAXIMIZE;
  }

  final void number(double value) {
    Decimal.append(text, value);
  }

  /** Hands the text over once there is enough of it. */
  final void flush(OutputStream out, boolean all) throws IOException {
    if (all || text.length() >= FLUSH_AT) {
      out.write(Text.encode(text.toString()));
      text.setLength(0);
    }
  }

  /** The problem's name on one line. */
  final String titleLine() {
    StringBuilder title = new StringBuilder(program.name());
    for (int i = 0; i < title.length(); i++) {
      if (Character.isISOControl(title.charAt(i))) {
        title.setCharAt(i, ' ');
      }
    }
    return title.toString().strip();
  }
}
