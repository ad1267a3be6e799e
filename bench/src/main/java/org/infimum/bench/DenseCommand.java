package org.infimum.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.infimum.bench.dense.DenseInput;
import org.infimum.bench.dense.DenseOperation;
import org.infimum.bench.dense.DensePeer;
import org.infimum.bench.dense.EjmlDense;
import org.infimum.bench.dense.InfimumDense;
import org.infimum.bench.dense.NetlibVectorBlas;
import org.infimum.bench.dense.OjAlgoDense;
import org.infimum.bench.dense.OpenBlas;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;
import picocli.CommandLine;

/** Times dense kernels and factorizations, alternating between the libraries. */
@CommandLine.Command(
    name = "dense",
    description =
        "Times dense products and factorizations beside OpenBLAS (if the system has it), EJML,"
            + " ojAlgo and netlib-java.",
    footer = "Example: infimum bench dense --sizes 256,1024 --threads 1,2")
final class DenseCommand implements Callable<Integer> {
  @CommandLine.Option(
      names = "--sizes",
      split = ",",
      paramLabel = "N",
      description = "Orders of the matrices (${DEFAULT-VALUE}).")
  private List<Integer> sizes = List.of(256, 512, 1024, 2048);

  @CommandLine.Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description = "Numbers of threads (${DEFAULT-VALUE}).")
  private List<Integer> threads = List.of(1, 2);

  @CommandLine.Option(
      names = "--operations",
      split = ",",
      paramLabel = "NAME",
      description = "Which of ${COMPLETION-CANDIDATES} (all).")
  private List<DenseOperation> operations = List.of(DenseOperation.values());

  @CommandLine.Option(
      names = "--seconds",
      description = "Time for each operation and size, all libraries together (${DEFAULT-VALUE}).")
  private double seconds = 6;

  @CommandLine.Mixin private MarkdownTarget target = new MarkdownTarget();

  /** After so many runs of the smallest size the compiler has seen the innermost loops often. */
  private static final int WARM_RUNS = 100;

  private final List<DensePeer> peers = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    peers.add(new InfimumDense());
    Optional<OpenBlas> openBlas = OpenBlas.find();
    openBlas.ifPresentOrElse(
        peers::add, () -> System.err.println("OpenBLAS is not on this system: left out."));
    peers.add(new NetlibVectorBlas());
    peers.add(new EjmlDense());
    peers.add(new OjAlgoDense());
    List<List<String>> rows = new ArrayList<>();
    for (DenseOperation operation : operations) {
      for (int n : sizes) {
        DenseInput input = DenseInput.random(n, n);
        for (int count : threads) {
          List<String> row = measure(operation, input, count);
          System.out.println(String.join(" | ", row));
          rows.add(row);
        }
      }
    }
    List<String> header = new ArrayList<>(List.of("operation", "n", "threads", "GFLOP/s"));
    peers.stream().skip(1).forEach(peer -> header.add("/ " + peer.name()));
    Table table = new Table("Dense kernels", header, rows);
    target.write(
        "dense", Machine.description() + ", medians of alternating runs.\n\n" + table.markdown());
    return 0;
  }

  /** Our speed, and for each peer the median of its time over ours in the same round. */
  private List<String> measure(DenseOperation operation, DenseInput input, int count) {
    List<Runnable> tasks = new ArrayList<>();
    for (DensePeer peer : peers) {
      Runnable task = peer.task(operation, input, count);
      tasks.add(task == null ? () -> {} : task);
    }
    int[] repeats = new int[tasks.size()];
    double slice = seconds / 20 / tasks.size();
    for (int p = 0; p < repeats.length; p++) {
      repeats[p] = Math.max(1, (int) Math.min(1e6, slice / warm(tasks.get(p), slice)));
    }
    List<double[]> rounds = new ArrayList<>();
    long start = System.nanoTime();
    while (rounds.size() < 3 || (System.nanoTime() - start) * 1e-9 < seconds) {
      double[] times = new double[repeats.length];
      for (int p = 0; p < repeats.length; p++) {
        times[p] = time(tasks.get(p), repeats[p]);
      }
      rounds.add(times);
    }
    double own = median(rounds.stream().mapToDouble(times -> times[0]).toArray());
    List<String> row =
        new ArrayList<>(
            List.of(
                operation.label(),
                "" + input.n(),
                "" + count,
                Numbers.compact(1e-9 * operation.flops(input.n()) / own)));
    for (int p = 1; p < peers.size(); p++) {
      int peer = p;
      boolean absent = peers.get(p).task(operation, input, count) == null;
      row.add(
          absent
              ? ""
              : Numbers.compact(
                      median(
                          rounds.stream().mapToDouble(times -> times[peer] / times[0]).toArray()))
                  + " x");
    }
    return row;
  }

  /** Runs a task until it is compiled; returns the seconds of its last run. */
  private static double warm(Runnable task, double slice) {
    long start = System.nanoTime();
    double last;
    double elapsed;
    int runs = 0;
    do {
      last = time(task, 1);
      runs++;
      elapsed = (System.nanoTime() - start) * 1e-9;
    } while (elapsed < 4 * slice || (runs < WARM_RUNS && elapsed < 20 * slice));
    return Math.max(last, 1e-9);
  }

  private static double time(Runnable task, int repeats) {
    long start = System.nanoTime();
    for (int r = 0; r < repeats; r++) {
      task.run();
    }
    return (System.nanoTime() - start) * 1e-9 / repeats;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return 0.5 * (values[(values.length - 1) / 2] + values[values.length / 2]);
  }
}
