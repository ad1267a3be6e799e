package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infimum.convex.InteriorPoint;
import org.infimum.core.Run;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonFactory;

/** Ctrl-C in a process of its own: the best answer is printed and written, exit code 1. */
class InterruptTest {
  @TempDir Path folder;

  @Test
  void anInterruptGivesTheBestAnswerSoFar() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs /bin/kill");
    assumeTrue(!ignoresInterrupts(), "started in the background, where a shell ignores Ctrl-C");
    Path solution = folder.resolve("out.json");
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--add-modules=jdk.incubator.vector",
                    "-cp",
                    classPath(),
                    Main.class.getName(),
                    "solve",
                    longProblem().toString(),
                    "--no-presolve",
                    "--solution=" + solution))
            .redirectErrorStream(true)
            .start();
    StringBuilder out = new StringBuilder();
    boolean interrupted = false;
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.append(line).append('\n');
        if (!interrupted && line.startsWith("   0 ")) {
          interrupted = true;
          new ProcessBuilder("/bin/kill", "-INT", Long.toString(child.pid())).start().waitFor();
        }
      }
    }
    assertTrue(child.waitFor(60, TimeUnit.SECONDS), "the child ends");
    assertTrue(interrupted, out.toString());
    assertEquals(1, child.exitValue(), out.toString());
    assertTrue(out.toString().contains("interrupted"), out.toString());
    assertEquals("interrupted", JsonTree.object(Files.readString(solution)).get("status"));
  }

  /** Whether this process, and so its children, inherited SIGINT (signal 2) as ignored. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
  }

  /** Where the classes of a solve come from, whether this test runs on modules or a class path. */
  private static String classPath() {
    return Stream.of(
            Main.class, InteriorPoint.class, SparseMatrix.class, Run.class, JsonFactory.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A dense linear program that takes many times longer than the signal. */
  private Path longProblem() throws IOException {
    int rows = 700;
    int columns = 900;
    Random random = new Random(1);
    Path file = folder.resolve("long.mps");
    try (PrintWriter mps = new PrintWriter(Files.newBufferedWriter(file))) {
      mps.print("NAME LONG\nROWS\n N COST\n");
      for (int i = 0; i < rows; i++) {
        mps.print(" L R" + i + "\n");
      }
      mps.print("COLUMNS\n");
      for (int j = 0; j < columns; j++) {
        mps.print(" X" + j + " COST " + -(1 + random.nextInt(100)) + "\n");
        for (int i = 0; i < rows; i++) {
          mps.print(" X" + j + " R" + i + " " + (1 + random.nextInt(100)) + "\n");
        }
      }
      mps.print("RHS\n");
      for (int i = 0; i < rows; i++) {
        mps.print(" RHS R" + i + " " + (1000 + random.nextInt(1000)) + "\n");
      }
      mps.print("ENDATA\n");
    }
    return file;
  }
}
