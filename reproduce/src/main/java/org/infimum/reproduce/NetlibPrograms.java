package org.infimum.reproduce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.jspecify.annotations.Nullable;

/** Netlib linear programs: from the folder of benchmark data, or the few that are shipped. */
final class NetlibPrograms {
  private static final List<String> SHIPPED =
      List.of("afiro", "sc50a", "adlittle", "share2b", "sc205");

  private NetlibPrograms() {}

  /**
   * One program with its name.
   *
   * @param name Netlib's name
   * @param program the program
   */
  record Named(String name, ConicProgram program) {}

  /**
   * The programs of these names that are in the data folder; the shipped ones if there are none.
   */
  static List<Named> load(@Nullable Path dataFolder, List<String> names) {
    List<Named> programs = new ArrayList<>();
    if (dataFolder != null) {
      Path folder = dataFolder.resolve("netlib_lp").resolve("feasible");
      for (String name : names) {
        Path file = folder.resolve(name + ".mps.gz");
        if (Files.isRegularFile(file)) {
          programs.add(new Named(name, ProblemFiles.read(file, ReadOptions.strict()).program()));
        }
      }
    }
    if (programs.isEmpty()) {
      SHIPPED.forEach(name -> programs.add(shipped(name)));
    }
    return programs;
  }

  private static Named shipped(String name) {
    String resource = "netlib/" + name + ".mps.gz";
    try (InputStream in = NetlibPrograms.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new Named(name, ProblemFiles.read(in, resource, ReadOptions.strict()).program());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
