package org.infimum.convex.io;

import java.util.List;
import org.infimum.convex.ConicProgram;

/**
 * A problem as it was read from a file.
 *
 * @param program rows and columns in the order of the file, without the objective row
 * @param format {@code MPS}, {@code QPS}, {@code LP}, {@code CBF} or {@code SDPA}
 * @param warnings what was repaired or ignored, one sentence each, at most about twenty
 * @param integerColumns how many columns were integer in the file; 0 unless {@link
 *     ReadOptions#relax()}
 * @param integer which columns these are, length n; all false where the format's reader does not
 *     keep the marks
 */
public record ReadProblem(
    ConicProgram program,
    String format,
    List<String> warnings,
    int integerColumns,
    boolean[] integer) {
  /** A problem without marks of integer columns. */
  ReadProblem(ConicProgram program, String format, List<String> warnings, int integerColumns) {
    this(program, format, warnings, integerColumns, new boolean[program.columns()]);
  }
}
