package org.infimum.bench;

import java.nio.file.Path;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;

/** Reads instances as the benchmarks take them: slips tolerated, integer columns relaxed. */
final class Programs {
  private Programs() {}

  static ConicProgram read(Path file) {
    return ProblemFiles.read(file, new ReadOptions(true, true)).program();
  }
}
