package org.infimum.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.infimum.bench.spectral.Decomposer;
import org.infimum.bench.spectral.Decomposer.Outcome;
import org.infimum.bench.spectral.Decomposer.Task;
import org.infimum.bench.spectral.EjmlDecomposer;
import org.infimum.bench.spectral.InfimumDecomposer;
import org.infimum.bench.spectral.OjAlgoDecomposer;
import org.infimum.bench.spectral.OpenBlasDecomposer;
import org.infimum.core.InputException;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;
import picocli.CommandLine;

/** Symmetric eigenvalue and singular value decompositions beside LAPACK and the JVM's libraries. */
@CommandLine.Command(
    name = "spectral",
    description =
        "Times symmetric eigenvalue and singular value decompositions, vectors included, in turn"
            + " with LAPACK in OpenBLAS, EJML and ojAlgo.",
    footer = "Example: infimum bench spectral --orders 500,1000 --markdown docs/benchmarks.md")
final class SpectralCommand implements Callable<Integer> {
  private static final double AGREEMENT = 1e-10;
  private static final int LEAST_WARM_UP = 3;
  private static final long WARM_UP_NANOS = 4_000_000_000L;

  @CommandLine.Option(
      names = "--orders",
      split = ",",
      paramLabel = "N",
      description = "Orders of the random symmetric matrices (${DEFAULT-VALUE}).")
  private List<Integer> orders = List.of(500, 1000, 1500);

  @CommandLine.Option(
      names = "--rounds",
      description =
          "Measurements of the two leaders, of which the median counts (${DEFAULT-VALUE}).")
  private int rounds = 7;

  @CommandLine.Option(names = "--threads", description = "Threads (all processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Option(
      names = "--leaders-only",
      description = "Leave out the libraries of the JVM, which take most of the time.")
  private boolean leadersOnly;

  @CommandLine.Mixin private MarkdownTarget target = new MarkdownTarget();

  @Override
  public Integer call() throws IOException {
    if (rounds < 1 || threads < 1) {
      throw new InputException("Rounds and threads must be at least 1.");
    }
    List<Decomposer> leaders = new ArrayList<>(List.of(new InfimumDecomposer(threads)));
    OpenBlasDecomposer openBlas = new OpenBlasDecomposer(threads);
    openBlas.absence().ifPresentOrElse(System.err::println, () -> leaders.add(openBlas));
    List<Decomposer> others =
        leadersOnly ? List.of() : List.of(new EjmlDecomposer(), new OjAlgoDecomposer());
    List<String> header = new ArrayList<>(List.of("decomposition", "n"));
    leaders.forEach(one -> header.add(one.name()));
    others.forEach(one -> header.add(one.name()));
    header.add("LAPACK / Infimum");
    List<List<String>> rows = new ArrayList<>();
    for (Task task : Task.values()) {
      for (int n : orders) {
        rows.add(row(task, n, leaders, others));
      }
    }
    Table table =
        new Table(
            "Seconds of a decomposition with vectors, %d threads, median of %d"
                .formatted(threads, rounds),
            header,
            rows);
    System.out.println(table.markdown());
    target.write("spectral", Machine.description() + ".\n\n" + table.markdown());
    return 0;
  }

  private List<String> row(Task task, int n, List<Decomposer> leaders, List<Decomposer> others) {
    double[] a = symmetric(n);
    Map<Decomposer, double[]> seconds = new LinkedHashMap<>();
    double[] reference = new double[0];
    // The first rounds compile; all take turns, so that a disturbance meets all alike.
    long compiled = System.nanoTime() + WARM_UP_NANOS;
    for (int round = -LEAST_WARM_UP; round < rounds; round++) {
      if (round == 0 && System.nanoTime() < compiled) {
        round = -1;
      }
      for (Decomposer one : leaders) {
        Outcome outcome = one.decompose(task, n, a);
        reference = agreeing(one, outcome.values(), reference);
        if (round >= 0) {
          seconds.computeIfAbsent(one, key -> new double[rounds])[round] = outcome.seconds();
        }
      }
    }
    List<String> row =
        new ArrayList<>(
            List.of(task == Task.EIGEN ? "symmetric eigen" : "SVD", Integer.toString(n)));
    List<Double> medians = new ArrayList<>();
    for (double[] all : seconds.values()) {
      Arrays.sort(all);
      medians.add(all[all.length / 2]);
      row.add(Numbers.compact(all[all.length / 2]));
    }
    for (Decomposer one : others) {
      Outcome outcome = one.decompose(task, n, a);
      agreeing(one, outcome.values(), reference);
      row.add(Numbers.compact(outcome.seconds()));
    }
    row.add(medians.size() > 1 ? Numbers.compact(medians.get(1) / medians.get(0)) + " x" : "-");
    System.out.printf(Locale.ROOT, "%s%n", String.join("  ", row));
    return row;
  }

  /** Checks the values, sorted by size, against those of another library. */
  private static double[] agreeing(Decomposer one, double[] values, double[] reference) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double norm = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    for (int i = 0; i < reference.length; i++) {
      if (!(Math.abs(sorted[i] - reference[i]) <= AGREEMENT * norm)) {
        throw new IllegalStateException(one.name() + " disagrees about value " + i);
      }
    }
    return sorted;
  }

  private static double[] symmetric(int n) {
    Random random = new Random(n);
    double[] a = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        a[j * n + i] = random.nextGaussian();
        a[i * n + j] = a[j * n + i];
      }
    }
    return a;
  }
}
