package org.infimum.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.infimum.core.Run;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.lowrank.FactorStorage;
import org.infimum.linalg.lowrank.LowRankGemm;
import org.infimum.linalg.lowrank.LowRankMatrix;
import org.infimum.linalg.lowrank.LowRankProduct;
import org.infimum.plot.Axis;
import org.infimum.plot.Figure;
import org.infimum.plot.LinePlot;
import org.infimum.plot.Numbers;
import org.infimum.plot.Series;
import org.infimum.plot.Table;
import org.jspecify.annotations.Nullable;

/**
 * Products through low-rank factors of a stored matrix beside the exact product of the same
 * kernels: matrices of decaying spectra and a kernel matrix of digits must be twice as fast within
 * one percent of error, a matrix of normal numbers must be multiplied exactly.
 */
final class LowRankProducts implements Experiment {
  private static final int LARGEST = 1024;
  private static final int ROUNDS = 3;
  private static final double TOLERANCE = 1e-2;
  private static final double LARGEST_RATIO = 0.5;
  private static final double LARGEST_INT8_ERROR = 1e-2;

  /**
   * One matrix multiplied with one of normal numbers.
   *
   * @param name what matrix
   * @param size its rows and columns
   * @param lowRank whether its factors should serve
   * @param report how the product was computed
   * @param error the true relative error of the product
   * @param int8Error the same with factors of 8 bits, NaN if the product is exact
   * @param memory bytes of the factors over those of the matrix
   * @param int8Memory the same with factors of 8 bits
   * @param exactSeconds time of the exact product
   * @param seconds time through the factors, the exact one's if there are none
   * @param preparation seconds that choosing and factoring took
   */
  private record Row(
      String name,
      int size,
      boolean lowRank,
      LowRankProduct.Report report,
      double error,
      double int8Error,
      double memory,
      double int8Memory,
      double exactSeconds,
      double seconds,
      double preparation) {
    boolean throughFactors() {
      return report.kernel() == LowRankProduct.Kernel.LOW_RANK;
    }

    double ratio() {
      return seconds / exactSeconds;
    }

    boolean isAsClaimed() {
      if (!lowRank) {
        return !throughFactors();
      }
      return throughFactors()
          && error <= TOLERANCE
          && error <= report.errorBound()
          && int8Error <= error + LARGEST_INT8_ERROR
          && ratio() <= LARGEST_RATIO;
    }
  }

  private final int largest;

  LowRankProducts() {
    this(LARGEST);
  }

  /** Matrices of up to {@code largest} rows, a power of two. */
  LowRankProducts(int largest) {
    this.largest = largest;
  }

  @Override
  public String key() {
    return "low-rank-gemm";
  }

  @Override
  public String title() {
    return "Products through low-rank factors, chosen and certified automatically";
  }

  @Override
  public Outcome run(ExperimentContext context) {
    long start = System.nanoTime();
    Run run = context.run();
    Mnist.@Nullable Images digits = Mnist.load(context.dataFolder(), largest);
    List<Row> rows = new ArrayList<>();
    List<Row> sizes = new ArrayList<>();
    for (int size = largest / 4; size <= largest; size *= 2) {
      float[] a = TestMatrices.withSpectrum(size, i -> Math.exp(-i / 20.0), run.seed());
      add(sizes, "s_i = exp(-i / 20)", size, true, a, context);
    }
    if (!sizes.isEmpty()) {
      rows.add(sizes.getLast());
    }
    float[] algebraic =
        TestMatrices.withSpectrum(largest, i -> Math.pow(i + 1.0, -2.0), run.seed());
    add(rows, "s_i = 1 / i^2", largest, true, algebraic, context);
    if (digits != null && digits.count() == largest) {
      float[] kernel = TestMatrices.gaussianKernel(digits);
      add(rows, "Gaussian kernel of MNIST digits", largest, true, kernel, context);
    }
    add(
        rows,
        "normal numbers",
        largest,
        false,
        TestMatrices.normal(largest, run.seed(), 1),
        context);
    boolean complete = run.checkpoint() == Run.Stop.NONE;
    double worst =
        rows.stream().filter(Row::lowRank).mapToDouble(Row::ratio).max().orElse(Double.NaN);
    return new Outcome(
        key(),
        "Products of matrices of 20480 x 20480 through low-rank factors of 8 bits are 7.8 times as"
            + " fast as in floats with 75 % less memory, ahead from 10240 on (Low-Rank GEMM, 2025,"
            + " arXiv 2511.18674, on a GPU, for matrices of low numerical rank).",
        "largest time through the factors of a stored matrix over that of the exact product, n = "
            + largest
            + "; holds up to the threshold if each error is within its bound and 1 %, 8-bit factors"
            + " add at most 1 %, and normal numbers are multiplied exactly",
        LARGEST_RATIO,
        worst,
        complete && rows.stream().allMatch(Row::isAsClaimed),
        (System.nanoTime() - start) * 1e-9,
        notes(rows, sizes, digits != null, complete),
        List.of(table("Products with a matrix of normal numbers", rows), table("Sizes", sizes)),
        List.of(plot(sizes)));
  }

  private static void add(
      List<Row> rows,
      String name,
      int size,
      boolean lowRank,
      float[] a,
      ExperimentContext context) {
    if (context.run().checkpoint() == Run.Stop.NONE) {
      Row row = measure(name, size, lowRank, a, context.run());
      rows.add(row);
      context.log().accept(line(row));
    }
  }

  private static Row measure(String name, int n, boolean lowRank, float[] a, Run run) {
    int threads = run.threads();
    float[] b = TestMatrices.normal(n, run.seed(), 2);
    float[] exact = new float[n * n];
    float[] c = new float[n * n];
    LowRankGemm gemm = new LowRankGemm(TOLERANCE, FactorStorage.FLOAT, 0, run.seed(), threads);
    long start = System.nanoTime();
    LowRankProduct product = gemm.prepare(n, n, a, 0, n, n);
    double preparation = (System.nanoTime() - start) * 1e-9;
    double[] seconds =
        Timing.medians(
            ROUNDS,
            List.of(
                () -> exact(n, a, b, exact, threads),
                () ->
                    product
                        .factors()
                        .ifPresentOrElse(
                            factors -> factors.multiply(n, b, 0, n, c, 0, n, threads),
                            () -> exact(n, a, b, c, threads))));
    LowRankProduct.Report report = product.multiply(n, b, 0, n, c, 0, n);
    double error = distance(exact, c);
    double int8Error = Double.NaN;
    double memory = 1.0;
    double int8Memory = 1.0;
    if (product.factors().isPresent()) {
      LowRankMatrix factors = product.factors().get();
      memory = factors.bytes() / (4.0 * n * n);
      LowRankMatrix coded =
          LowRankMatrix.approximate(
                  n, n, a, 0, n, 0.5 * TOLERANCE, FactorStorage.INT8, run.seed(), threads)
              .orElse(factors);
      coded.multiply(n, b, 0, n, c, 0, n, threads);
      int8Error = distance(exact, c);
      int8Memory = coded.bytes() / (4.0 * n * n);
    }
    return new Row(
        name,
        n,
        lowRank,
        report,
        error,
        int8Error,
        memory,
        int8Memory,
        seconds[0],
        seconds[1],
        preparation);
  }

  private static void exact(int n, float[] a, float[] b, float[] c, int threads) {
    FloatBlas.gemm(
        Transpose.NO, Transpose.NO, n, n, n, 1.0f, a, 0, n, b, 0, n, 0.0f, c, 0, n, threads);
  }

  private static double distance(float[] exact, float[] c) {
    double error = 0.0;
    double size = 0.0;
    for (int i = 0; i < exact.length; i++) {
      double difference = (double) exact[i] - c[i];
      error += difference * difference;
      size += (double) exact[i] * exact[i];
    }
    return Math.sqrt(error / size);
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "%-32s n %5d  %-8s rank %4d  time %.2f of exact  error %.2e  (bound %.2e, 8 bits %.2e)",
        row.name(),
        row.size(),
        row.throughFactors() ? "factors" : "exact",
        row.report().rank(),
        row.ratio(),
        row.error(),
        row.report().errorBound(),
        row.int8Error());
  }

  private static String notes(List<Row> rows, List<Row> sizes, boolean digits, boolean complete) {
    StringBuilder text = new StringBuilder();
    text.append("Time is that of a product with a stored matrix; the factorization, in doubles, is")
        .append(" not in it (column 'preparation'). Half of the tolerance goes to the factors.");
    sizes.stream()
        .filter(row -> row.throughFactors() && row.ratio() < 1.0)
        .findFirst()
        .ifPresent(
            row ->
                text.append(" With s_i = exp(-i / 20) the factors are ahead from n = ")
                    .append(row.size())
                    .append(" on, of the sizes measured."));
    if (!digits) {
      text.append(" The MNIST digits are not there; the kernel matrix is left out.");
    }
    rows.stream()
        .filter(row -> !row.isAsClaimed())
        .forEach(row -> text.append(" Not as claimed: ").append(row.name()).append('.'));
    if (!complete) {
      text.append(" The run was stopped before all matrices were multiplied.");
    }
    return text.toString();
  }

  private static Table table(String caption, List<Row> rows) {
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          List.of(
              row.name(),
              Integer.toString(row.size()),
              row.throughFactors() ? "factors" : "exact",
              Integer.toString(row.report().rank()),
              Numbers.compact(1e3 * row.exactSeconds()) + " ms",
              Numbers.compact(1e3 * row.seconds()) + " ms",
              Numbers.compact(row.ratio()),
              Numbers.compact(row.error()),
              Numbers.compact(row.report().errorBound()),
              Numbers.compact(row.int8Error()),
              Numbers.compact(row.memory()),
              Numbers.compact(row.int8Memory()),
              Numbers.compact(row.preparation()) + " s"));
    }
    return new Table(
        caption,
        List.of(
            "matrix",
            "n",
            "kernel",
            "rank",
            "exact",
            "chosen",
            "ratio",
            "error",
            "bound",
            "error, 8 bits",
            "memory",
            "memory, 8 bits",
            "preparation"),
        cells);
  }

  private static Figure plot(List<Row> sizes) {
    return new LinePlot("Time over that of the exact product", Axis.log("n"), Axis.linear("ratio"))
        .with(
            Series.marked(
                "s_i = exp(-i / 20)",
                sizes.stream().mapToDouble(Row::size).toArray(),
                sizes.stream().mapToDouble(Row::ratio).toArray()));
  }
}
