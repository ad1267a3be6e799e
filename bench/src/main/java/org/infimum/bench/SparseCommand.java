package org.infimum.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.infimum.bench.sparse.Cholmod;
import org.infimum.bench.sparse.FactorComparison;
import org.infimum.bench.sparse.NewtonPatterns;
import org.infimum.bench.sparse.ScipyProduct;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.linalg.sparse.Semiring;
import org.infimum.linalg.sparse.SparseProduct;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;
import org.infimum.reproduce.ExperimentContext;
import org.infimum.reproduce.smash.ProductAlgorithm;
import org.infimum.reproduce.smash.ProductInstances;
import org.infimum.reproduce.smash.ProductTiming;
import org.infimum.reproduce.smash.RecursiveMatrix;
import picocli.CommandLine;

/** Factors the Newton systems of test sets beside CHOLMOD; multiplies sparse matrices. */
@CommandLine.Command(
    name = "sparse",
    description = {
      "Factors the Newton systems of linear and quadratic programs beside CHOLMOD, and multiplies",
      "sparse matrices beside SciPy. Peers that are not installed are left out."
    },
    footer = "Example: infimum bench sparse --markdown docs/benchmarks.md")
final class SparseCommand implements Callable<Integer> {
  private static final int RECURSIVE_SCALE = 14;
  private static final int EDGES_PER_VERTEX = 8;
  private static final long SEED = 1L;

  /** Shift of the means, in seconds: the systems are small. */
  private static final double SHIFT = 1e-3;

  @CommandLine.Option(
      names = "--set",
      paramLabel = "NAME",
      description = "Folders of programs (netlib_lp/feasible, maros_meszaros_qp).")
  private List<String> sets = List.of("netlib_lp/feasible", "maros_meszaros_qp");

  @CommandLine.Option(
      names = "--only",
      paramLabel = "REGEX",
      description = "The programs in whose name this occurs (all).")
  private Pattern only = Pattern.compile("");

  @CommandLine.Option(
      names = "--skip",
      paramLabel = "REGEX",
      description = "Leaves out the programs of this name (${DEFAULT-VALUE}).")
  private Pattern skip = Pattern.compile("nug20");

  @CommandLine.Option(
      names = "--threads",
      description = "Threads of either factorization (${DEFAULT-VALUE}).")
  private int threads = 1;

  @CommandLine.Mixin private MarkdownTarget target = new MarkdownTarget();

  /** What is measured. */
  private enum Part {
    FACTORS,
    PRODUCTS
  }

  @CommandLine.Option(
      names = "--part",
      description = "Measure ${COMPLETION-CANDIDATES} alone (both).")
  private List<Part> parts = List.of(Part.FACTORS, Part.PRODUCTS);

  @Override
  public Integer call() throws IOException, InterruptedException {
    String head = Machine.description() + ".\n\n";
    if (parts.contains(Part.FACTORS)) {
      String text = head + "Threads: " + threads + ". " + factorizations();
      System.out.println(text);
      target.write("sparse-factors", text);
    }
    if (parts.contains(Part.PRODUCTS)) {
      String text = head + products();
      System.out.println(text);
      target.write("sparse-products", text);
    }
    return 0;
  }

  private String factorizations() throws IOException {
    Cholmod cholmod = Cholmod.find().orElse(null);
    String peer =
        cholmod == null
            ? "CHOLMOD 3.0 (Debian: libsuitesparse-dev) was not found and is left out."
            : "CHOLMOD 3.0 in the same process, "
                + (Cholmod.setBlasThreads(threads) ? "OpenBLAS" : "with its BLAS")
                + ".";
    List<FactorComparison> comparisons = new ArrayList<>();
    for (String set : sets) {
      for (Instance instance : InstanceSet.load(set, only)) {
        if (!skip.matcher(instance.name()).matches()) {
          NewtonPatterns.Definite system =
              NewtonPatterns.of(ProblemFiles.read(instance.file(), ReadOptions.strict()).program());
          FactorComparison comparison =
              FactorComparison.of(instance.name(), system, cholmod, threads);
          comparisons.add(comparison);
          System.err.println(String.join("  ", row(comparison)));
        }
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (FactorComparison comparison : comparisons) {
      rows.add(row(comparison));
    }
    Table table =
        new Table(
            "Factorizations",
            List.of(
                "instance",
                "system",
                "order",
                "entries of L",
                "Gflop",
                "fill / CHOLMOD's",
                "ordering, s",
                "CHOLMOD's, s",
                "factor, ms",
                "CHOLMOD's, ms",
                "speed / CHOLMOD's"),
            rows);
    return peer + "\n" + summary(comparisons) + "\n" + table.markdown();
  }

  private static String summary(List<FactorComparison> comparisons) {
    List<FactorComparison> both = comparisons.stream().filter(c -> c.peer() != null).toList();
    if (both.isEmpty()) {
      return "";
    }
    double ours = mean(both, FactorComparison::seconds, SHIFT);
    double theirs = mean(both, SparseCommand::peerSeconds, SHIFT);
    double fill = mean(both, SparseCommand::fill, 0.0);
    double worst = both.stream().mapToDouble(SparseCommand::fill).max().orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "Over %d systems: speed %.2f of CHOLMOD's (shifted geometric mean of the times, shift 1 ms:"
            + " %.2f ms to %.2f ms), fill %.2f of CHOLMOD's (geometric mean; at most %.2f).%n",
        both.size(),
        theirs / ours,
        1e3 * ours,
        1e3 * theirs,
        fill,
        worst);
  }

  private static double mean(
      List<FactorComparison> comparisons, ToDoubleFunction<FactorComparison> value, double shift) {
    double sum = 0.0;
    for (FactorComparison comparison : comparisons) {
      sum += Math.log(value.applyAsDouble(comparison) + shift);
    }
    return Math.exp(sum / comparisons.size()) - shift;
  }

  private static double peerSeconds(FactorComparison comparison) {
    FactorComparison.Peer peer = comparison.peer();
    return peer == null ? Double.NaN : peer.seconds();
  }

  private static double fill(FactorComparison comparison) {
    FactorComparison.Peer peer = comparison.peer();
    return peer == null ? Double.NaN : comparison.nonzeros() / peer.nonzeros();
  }

  private static List<String> row(FactorComparison comparison) {
    FactorComparison.Peer peer = comparison.peer();
    List<String> row = new ArrayList<>();
    row.add(comparison.name());
    row.add(comparison.form());
    row.add(Integer.toString(comparison.dimension()));
    row.add(Long.toString(comparison.nonzeros()));
    row.add(Numbers.compact(1e-9 * comparison.flops()));
    row.add(peer == null ? "" : Numbers.compact(fill(comparison)));
    row.add(Numbers.compact(comparison.ordering()));
    row.add(peer == null ? "" : Numbers.compact(peer.ordering()) + " " + peer.method());
    row.add(Numbers.compact(1e3 * comparison.seconds()));
    row.add(peer == null ? "" : Numbers.compact(1e3 * peer.seconds()));
    row.add(peer == null ? "" : Numbers.compact(peer.seconds() / comparison.seconds()));
    return row;
  }

  private static String products() throws IOException, InterruptedException {
    List<ProductInstances.Pair> pairs = new ArrayList<>();
    var recursive = RecursiveMatrix.of(RECURSIVE_SCALE, EDGES_PER_VERTEX, SEED);
    pairs.add(
        new ProductInstances.Pair("R-MAT " + RECURSIVE_SCALE + " squared", recursive, recursive));
    pairs.addAll(ProductInstances.load(ExperimentContext.findDataFolder().orElse(null)));
    List<List<String>> rows = new ArrayList<>();
    for (ProductInstances.Pair pair : pairs) {
      SparseProduct product = SparseProduct.analyze(pair.a(), pair.b(), 1);
      double numeric = ProductTiming.seconds(() -> product.compute(Semiring.PLUS_TIMES));
      double ours =
          ProductTiming.seconds(() -> ProductAlgorithm.SMASH.multiply(pair.a(), pair.b()));
      double wall =
          ProductTiming.elapsed(() -> ProductAlgorithm.SMASH.multiply(pair.a(), pair.b()));
      double threaded =
          ProductTiming.elapsed(
              () -> SparseProduct.multiply(pair.a(), pair.b(), Semiring.PLUS_TIMES, 2));
      double gustavson =
          ProductTiming.seconds(() -> ProductAlgorithm.GUSTAVSON.multiply(pair.a(), pair.b()));
      double sorted =
          ProductTiming.seconds(() -> ProductAlgorithm.SORT_MERGE.multiply(pair.a(), pair.b()));
      Optional<ScipyProduct.Seconds> scipy = ScipyProduct.time(pair);
      List<String> row =
          List.of(
              pair.name(),
              Long.toString(pair.products()),
              Integer.toString(product.nonzeros()),
              Numbers.compact(1e3 * ours),
              Numbers.compact(numeric / ours),
              Numbers.compact(wall / threaded),
              Numbers.compact(gustavson / ours),
              Numbers.compact(sorted / ours),
              scipy.map(peer -> Numbers.compact(peer.ordered() / ours)).orElse(""),
              scipy.map(peer -> Numbers.compact(peer.unordered() / ours)).orElse(""));
      System.err.println(String.join("  ", row));
      rows.add(row);
    }
    return new Table(
            "Products",
            List.of(
                "product",
                "products",
                "nonzeros",
                "ours, ms",
                "values alone / ours",
                "speed-up of 2 threads",
                "Gustavson / ours",
                "sort-merge / ours",
                "SciPy, sorted / ours",
                "SciPy, unsorted / ours"),
            rows)
        .markdown();
  }
}
