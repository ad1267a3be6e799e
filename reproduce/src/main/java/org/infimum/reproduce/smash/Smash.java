package org.infimum.reproduce.smash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.infimum.core.Run;
import org.infimum.linalg.sparse.Accumulator;
import org.infimum.linalg.sparse.CompressedRows;
import org.infimum.linalg.sparse.Semiring;
import org.infimum.linalg.sparse.SparseProduct;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;
import org.infimum.reproduce.Experiment;
import org.infimum.reproduce.ExperimentContext;
import org.infimum.reproduce.Outcome;

/**
 * Sparse products beside the classical algorithms. SMASH reports 9.4 times the speed of competing
 * approaches on a machine of its own; the ratios here are those of this machine. The claim is
 * measured against the inner-product algorithm on an R-MAT graph; the algorithms that are good on
 * this machine stand in the same table.
 */
public final class Smash implements Experiment {
  private static final double CLAIMED = 9.4;
  private static final int EDGES_PER_VERTEX = 8;

  /**
   * Inner products look at every pair of a row and a column: beyond the graph of the claim left out
   * above so many pairs.
   */
  private static final double MOST_PAIRS = 1e7;

  /** Instances with more multiplications are left to {@code infimum bench sparse}. */
  private static final long MOST_PRODUCTS = 10_000_000L;

  private final int scale;

  /** The experiment of {@code infimum reproduce smash}. */
  public Smash() {
    this(14);
  }

  /** The experiment with an R-MAT graph of 2^scale vertices. */
  Smash(int scale) {
    this.scale = scale;
  }

  @Override
  public String key() {
    return "smash";
  }

  @Override
  public String title() {
    return "Row-wise sparse products beside inner and outer products and sorting";
  }

  /** Seconds of the algorithms on one pair, of those that were run. */
  private record Timings(
      ProductInstances.Pair pair,
      int nonzeros,
      Map<ProductAlgorithm, Double> seconds,
      double hash,
      double speedUp,
      boolean agree) {
    double ratio(ProductAlgorithm algorithm) {
      return seconds.getOrDefault(algorithm, Double.NaN)
          / seconds.getOrDefault(ProductAlgorithm.SMASH, Double.NaN);
    }
  }

  @Override
  public Outcome run(ExperimentContext context) {
    long start = System.nanoTime();
    CompressedRows recursive = RecursiveMatrix.of(scale, EDGES_PER_VERTEX, context.run().seed());
    List<ProductInstances.Pair> pairs = new ArrayList<>();
    pairs.add(new ProductInstances.Pair("R-MAT " + scale + " squared", recursive, recursive));
    ProductInstances.load(context.dataFolder()).stream()
        .filter(pair -> pair.products() <= MOST_PRODUCTS)
        .forEach(pairs::add);
    List<Timings> timings = new ArrayList<>();
    for (ProductInstances.Pair pair : pairs) {
      if (context.run().checkpoint() != Run.Stop.NONE) {
        break;
      }
      Timings measured = measure(pair, timings.isEmpty(), context.run().threads());
      timings.add(measured);
      context.log().accept(line(measured));
    }
    boolean complete = timings.size() == pairs.size();
    boolean agree = timings.stream().allMatch(Timings::agree);
    double measured =
        timings.isEmpty() ? Double.NaN : timings.getFirst().ratio(ProductAlgorithm.INNER);
    return new Outcome(
        key(),
        "Row-wise products with hash accumulation are 9.4 times as fast as competing approaches"
            + " (Shivdikar, SMASH: Sparse Matrix Atomic Scratchpad Hashing, 2021; measured there on"
            + " Intel's PIUMA).",
        "seconds of inner products over ours, one thread, R-MAT "
            + scale
            + " squared; holds from"
            + " the threshold on if all algorithms agree on every product",
        CLAIMED,
        measured,
        complete && agree && measured >= CLAIMED,
        (System.nanoTime() - start) * 1e-9,
        notes(timings, complete, agree),
        List.of(table(timings, context.run().threads())),
        List.of());
  }

  private static Timings measure(ProductInstances.Pair pair, boolean isOfTheClaim, int threads) {
    Map<ProductAlgorithm, Double> seconds = new EnumMap<>(ProductAlgorithm.class);
    CompressedRows ours = ProductAlgorithm.SMASH.multiply(pair.a(), pair.b());
    boolean agree = true;
    for (ProductAlgorithm algorithm : ProductAlgorithm.values()) {
      double work = (double) pair.a().rows() * pair.b().columns();
      if (algorithm != ProductAlgorithm.INNER || isOfTheClaim || work <= MOST_PAIRS) {
        ProductTiming.Timed timed =
            ProductTiming.processorTime(() -> algorithm.multiply(pair.a(), pair.b()));
        agree &= ProductTiming.agree(ours, timed.result());
        seconds.put(algorithm, timed.seconds());
      }
    }
    double hash =
        ProductTiming.seconds(
            () ->
                SparseProduct.analyze(pair.a(), pair.b(), 1)
                    .compute(Semiring.PLUS_TIMES, Accumulator.HASH));
    double wall = ProductTiming.elapsed(() -> ProductAlgorithm.SMASH.multiply(pair.a(), pair.b()));
    double threaded =
        ProductTiming.elapsed(
            () -> SparseProduct.multiply(pair.a(), pair.b(), Semiring.PLUS_TIMES, threads));
    return new Timings(pair, ours.nonzeros(), seconds, hash, wall / threaded, agree);
  }

  private static String line(Timings timings) {
    double own = timings.seconds().getOrDefault(ProductAlgorithm.SMASH, Double.NaN);
    return String.format(
        Locale.ROOT,
        "%-18s %10d products  %8.2f ms  %.0f million products a second",
        timings.pair().name(),
        timings.pair().products(),
        1e3 * own,
        1e-6 * timings.pair().products() / own);
  }

  private static String notes(List<Timings> timings, boolean complete, boolean agree) {
    StringBuilder text = new StringBuilder();
    text.append("PIUMA has hardware for atomic scratchpads and its baselines ran there; on this")
        .append(" machine a row belongs to one thread and nothing is atomic. The inner-product")
        .append(" algorithm is the slowest of the competing approaches, and its ratio grows with")
        .append(" the number of vertices. Geometric means of the others' seconds over ours:");
    for (ProductAlgorithm other :
        List.of(ProductAlgorithm.GUSTAVSON, ProductAlgorithm.SORT_MERGE, ProductAlgorithm.OUTER)) {
      text.append(' ')
          .append(other.label())
          .append(' ')
          .append(Numbers.compact(geometricMean(timings, other)))
          .append(other == ProductAlgorithm.OUTER ? "." : ",");
    }
    if (!agree) {
      text.append(" The algorithms disagree on a product.");
    }
    if (!complete) {
      text.append(" The run was stopped before all products were done.");
    }
    return text.toString();
  }

  private static double geometricMean(List<Timings> timings, ProductAlgorithm other) {
    double sum = 0.0;
    for (Timings timing : timings) {
      sum += Math.log(timing.ratio(other));
    }
    return Math.exp(sum / timings.size());
  }

  private static Table table(List<Timings> timings, int threads) {
    List<String> header = new ArrayList<>(List.of("product", "products", "nonzeros", "ours, ms"));
    for (ProductAlgorithm algorithm : ProductAlgorithm.values()) {
      if (algorithm != ProductAlgorithm.SMASH) {
        header.add(algorithm.label() + " / ours");
      }
    }
    header.add("hash tables only / ours");
    header.add("ours / ours on " + threads + " threads");
    List<List<String>> rows = new ArrayList<>();
    for (Timings timing : timings) {
      double own = timing.seconds().getOrDefault(ProductAlgorithm.SMASH, Double.NaN);
      List<String> row = new ArrayList<>();
      row.add(timing.pair().name());
      row.add(Long.toString(timing.pair().products()));
      row.add(Integer.toString(timing.nonzeros()));
      row.add(Numbers.compact(1e3 * own));
      for (ProductAlgorithm algorithm : ProductAlgorithm.values()) {
        if (algorithm != ProductAlgorithm.SMASH) {
          row.add(Numbers.compact(timing.ratio(algorithm)));
        }
      }
      row.add(Numbers.compact(timing.hash() / own));
      row.add(Numbers.compact(timing.speedUp()));
      rows.add(row);
    }
    return new Table("Seconds of other algorithms over ours, one thread", header, rows);
  }
}
