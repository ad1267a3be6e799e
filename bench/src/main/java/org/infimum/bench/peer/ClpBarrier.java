package org.infimum.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.jspecify.annotations.Nullable;

/**
 * CLP's barrier method as the command {@code clp} runs it, in a process for each solve. It reads
 * the instance's own file; the time is the one CLP prints for the solve, without reading.
 */
public record ClpBarrier() implements Contestant {
  private static final Pattern DONE =
      Pattern.compile(
          "(Optimal|PrimalInfeasible) objective (\\S+) - (\\d+) iterations time ([0-9.]+)");

  @Override
  public String key() {
    return "clp-barrier";
  }

  @Override
  public String description() {
    return "Clp 1.17 (Debian coinor-clp): barrier, crossover on, presolve on, threads 1,"
        + " feasibility 1e-7, process of its own, solve time only (printed to 1 ms)";
  }

  @Override
  public Optional<String> absence() {
    try {
      Process process = new ProcessBuilder("clp", "-quit").redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      return Optional.empty();
    } catch (IOException absent) {
      return Optional.of("The command clp was not found (Debian: coinor-clp).");
    }
  }

  @Override
  public boolean accepts(ConicProgram program) {
    return program.isLinear();
  }

  @Override
  public Prepared prepare(ConicProgram program, Path file) throws IOException {
    Path plain = Files.createTempFile("infimum-bench", ".mps");
    try (var source = Files.newInputStream(file);
        var text = file.toString().endsWith(".gz") ? new GZIPInputStream(source) : source;
        var out = Files.newOutputStream(plain)) {
      text.transferTo(out);
    }
    return new ClpProcess(plain, program.sense() == Sense.MAXIMIZE);
  }

  private static final class ClpProcess implements Prepared {
    private final Path file;
    private final boolean maximize;
    private volatile @Nullable Process running;

    ClpProcess(Path file, boolean maximize) {
      this.file = file;
      this.maximize = maximize;
    }

    @Override
    public Answer solve(double limitSeconds) throws IOException, InterruptedException {
      List<String> command =
          List.of(
              "clp",
              file.toString(),
              maximize ? "-maximize" : "-minimize",
              "-seconds",
              Double.toString(limitSeconds),
              "-barrier");
      long start = System.nanoTime();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      running = process;
      process.getOutputStream().close();
      String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(10, TimeUnit.SECONDS);
      double called = (System.nanoTime() - start) * 1e-9;
      running = null;
      Matcher done = DONE.matcher(log);
      if (!done.find()) {
        return Answer.none("unsolved", called);
      }
      boolean optimal = done.group(1).equals("Optimal");
      double printed = Double.parseDouble(done.group(2));
      return new Answer(
          optimal ? Answer.Claim.OPTIMAL : Answer.Claim.INFEASIBLE,
          optimal ? "optimal" : "infeasible",
          maximize ? -printed : printed,
          null,
          Double.NaN,
          Integer.parseInt(done.group(3)),
          Double.parseDouble(done.group(4)));
    }

    @Override
    public void interrupt() {
      Process process = running;
      if (process != null) {
        process.destroyForcibly();
      }
    }

    @Override
    public void close() {
      file.toFile().delete();
    }
  }
}
