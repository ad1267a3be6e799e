package org.infimum.convex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infimum.core.Run;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;

class WorkspaceAllocationTest {
  /**
   * Equal solves allocate equally, but the machine books some bytes on the thread when it exchanges
   * compiled code: the fewest bytes are those of the solver.
   */
  @Test
  void aSolveAllocatesNothingAfterTheFirst() {
    for (String name : AllocationCount.PROGRAMS) {
      ConicProgram program = AllocationCount.program(name);
      assertEquals(0, AllocationCount.fewestBytes(program, 200, 10), name);
    }
  }

  /**
   * A machine of its own, because the choice of kernels is made once; interpreted, so that only the
   * program allocates.
   */
  @Test
  void onScalarKernelsNothingIsAllocatedFromTheFifthIterationOn() throws Exception {
    String classPath =
        Stream.of(AllocationCount.class, Workspace.class, SparseMatrix.class, Run.class)
            .map(WorkspaceAllocationTest::folder)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-Dinfimum.kernels=scalar",
                "-cp",
                classPath,
                AllocationCount.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = read(process);
    assertEquals(0, process.waitFor(), output);
    String expected =
        Stream.of(AllocationCount.PROGRAMS)
            .map(name -> name + " 0\n")
            .collect(Collectors.joining());
    assertEquals(expected, output.replace("\r\n", "\n"));
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The folder or archive that the class came from. */
  private static String folder(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    URL url = Objects.requireNonNull(type.getResource("/" + file), file);
    try {
      if (url.getProtocol().equals("jar")) {
        String archive = url.getPath();
        return Path.of(new URI(archive.substring(0, archive.indexOf('!')))).toString();
      }
      Path path = Path.of(url.toURI());
      for (int up = 0; up < file.split("/").length; up++) {
        path = Objects.requireNonNull(path.getParent());
      }
      return path.toString();
    } catch (URISyntaxException malformed) {
      throw new AssertionError(malformed);
    }
  }
}
