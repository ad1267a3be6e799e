package org.infimum.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The HiGHS inside SciPy, in a Python process of its own that is given the model in memory's form
 * and reports the time of HiGHS alone.
 */
public final class ScipyHighs implements Contestant {
  private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

  private final String key;
  private final String solver;

  private ScipyHighs(String key, String solver) {
    this.key = key;
    this.solver = solver;
  }

  /** The first interpreter that has SciPy; looked for when it is first needed. */
  private static final class Python {
    static final Optional<String> FOUND =
        INTERPRETERS.stream().filter(ScipyHighs::canRun).findFirst();
  }

  /** SciPy's {@code highs-ipm}: interior point with crossover. */
  public static ScipyHighs interiorPoint() {
    return new ScipyHighs("scipy-highs-ipm", "ipm");
  }

  /** SciPy's {@code highs}: HiGHS's own choice. */
  public static ScipyHighs choose() {
    return new ScipyHighs("scipy-highs", "choose");
  }

  private static boolean canRun(String python) {
    String imports = "from scipy.optimize._highs._highs_wrapper import _highs_wrapper";
    try {
      Process process = new ProcessBuilder(python, "-c", imports).redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String description() {
    return "HiGHS 1.2 in SciPy (Debian python3-scipy): "
        + (solver.equals("ipm")
            ? "interior point (IPX), crossover on"
            : "its own choice (dual simplex)")
        + ", presolve on, threads 1, feasibility 1e-7, optimality 1e-8, process of its own, solve time only";
  }

  @Override
  public Optional<String> absence() {
    return Python.FOUND.isPresent()
        ? Optional.empty()
        : Optional.of(
            "No Python with SciPy's HiGHS was found (Debian: python3-scipy 1.10) as "
                + String.join(" or ", INTERPRETERS)
                + ".");
  }

  @Override
  public boolean accepts(ConicProgram program) {
    return program.isLinear();
  }

  @Override
  public Prepared prepare(ConicProgram program, Path file) throws IOException {
    Path folder = Files.createTempDirectory("infimum-bench");
    Path script = folder.resolve("scipy_highs.py");
    try (InputStream source = ScipyHighs.class.getResourceAsStream("scipy_highs.py")) {
      if (source == null) {
        throw new IOException("The script scipy_highs.py is missing from the bench jar.");
      }
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    Path model = folder.resolve("model.bin");
    Files.write(model, bytes(program));
    Path answer = folder.resolve("answer.bin");
    return new PythonProcess(program, Python.FOUND.orElseThrow(), script, model, solver, answer);
  }

  private static byte[] bytes(ConicProgram program) {
    SparseMatrix a = program.a();
    int n = program.columns();
    int m = program.rows();
    int nonzeros = a.nonzeros();
    long size = 24L + 8L * (3L * n + 2L * m + nonzeros) + 4L * (n + 1L + nonzeros);
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(n).putLong(m).putLong(nonzeros);
    for (double[] array :
        List.of(
            program.q(),
            program.columnLower(),
            program.columnUpper(),
            program.rowLower(),
            program.rowUpper())) {
      for (double value : array) {
        out.putDouble(value);
      }
    }
    for (int j = 0; j <= n; j++) {
      out.putInt(a.columnStarts()[j]);
    }
    for (int k = 0; k < nonzeros; k++) {
      out.putInt(a.rowIndices()[k]);
    }
    for (int k = 0; k < nonzeros; k++) {
      out.putDouble(a.values()[k]);
    }
    return out.array();
  }

  /** One Python process that holds one model. */
  private static final class PythonProcess implements Prepared {
    private final ConicProgram program;
    private final Path folder;
    private final Path answer;
    private final Process process;
    private final Writer commands;
    private final BufferedReader replies;

    PythonProcess(
        ConicProgram program, String python, Path script, Path model, String solver, Path answer)
        throws IOException {
      this.program = program;
      this.folder = model.resolveSibling("");
      this.answer = answer;
      this.process =
          new ProcessBuilder(python, script.toString(), model.toString(), solver, answer.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      this.commands = process.outputWriter(StandardCharsets.US_ASCII);
      this.replies = process.inputReader(StandardCharsets.US_ASCII);
      expect(replies.readLine());
    }

    private static String expect(@Nullable String line) throws IOException {
      if (line == null) {
        throw new IOException("The Python process ended without an answer.");
      }
      return line;
    }

    @Override
    public Answer solve(double limitSeconds) throws IOException {
      commands.write(limitSeconds + "\n");
      commands.flush();
      List<String> reply = List.of(expect(replies.readLine()).split(" "));
      String status = reply.get(0);
      double seconds = Double.parseDouble(reply.get(2));
      int iterations = Integer.parseInt(reply.get(3));
      Answer.Claim claim =
          switch (status) {
            case "optimal" -> Answer.Claim.OPTIMAL;
            case "infeasible" -> Answer.Claim.INFEASIBLE;
            case "unbounded" -> Answer.Claim.UNBOUNDED;
            default -> Answer.Claim.NONE;
          };
      if (claim != Answer.Claim.OPTIMAL) {
        return new Answer(claim, status, Double.NaN, null, Double.NaN, iterations, seconds);
      }
      double objective = Double.parseDouble(reply.get(1)) + program.r();
      double[] x = new double[program.columns()];
      ByteBuffer.wrap(Files.readAllBytes(answer))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asDoubleBuffer()
          .get(x);
      return new Answer(claim, status, objective, x, Double.NaN, iterations, seconds);
    }

    @Override
    public void interrupt() {
      process.destroyForcibly();
    }

    @Override
    public void close() {
      process.destroyForcibly();
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException leftBehind) {
        folder.toFile().deleteOnExit();
      }
    }
  }
}
