package org.infimum.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.infimum.core.Run;
import org.infimum.linalg.array.FloatSafeSoftmax;
import org.infimum.linalg.array.FloatSoftmax;
import org.infimum.linalg.array.FloatTopK;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.random.RandomStream;
import org.infimum.plot.Axis;
import org.infimum.plot.Figure;
import org.infimum.plot.LinePlot;
import org.infimum.plot.Numbers;
import org.infimum.plot.Series;
import org.infimum.plot.Table;
import org.jspecify.annotations.Nullable;

/**
 * The soft-max in one pass less, and fused with the search for the largest probabilities. Both
 * contestants use the same exponential function and the same kernels, so that the passes over
 * memory are what differs. The entries are attention scores of handwritten digits, q'k / sqrt(784)
 * times a temperature, or normal numbers where the data is absent.
 */
final class OnlineSoftmax implements Experiment {
  private static final int[] LENGTHS = {1_000, 10_000, 100_000, 1_000_000};

  /** Entries of a batch: 32 MiB, so that a row is not in cache when its turn comes. */
  private static final int BATCH = 8_000_000;

  private static final int ROUNDS = 5;
  private static final int K = 5;
  private static final float TEMPERATURE = 4.0f;

  private static final double LEAST_FUSED = 2.5;
  private static final double LEAST_ONLINE = 1.1;

  /** Relative error allowed for values of at least 1e-3 of the largest. */
  private static final double LARGEST_ERROR = 2e-6;

  /**
   * One length of rows.
   *
   * @param length entries of a row
   * @param rows rows of the batch
   * @param safe nanoseconds an entry of the three-pass soft-max
   * @param online the same of the online one
   * @param separate of the three-pass soft-max followed by a search for the largest values
   * @param fused of both in one pass
   */
  private record Row(
      int length, int rows, double safe, double online, double separate, double fused) {
    double onlineRatio() {
      return safe / online;
    }

    double fusedRatio() {
      return separate / fused;
    }
  }

  @Override
  public String key() {
    return "online-softmax";
  }

  @Override
  public String title() {
    return "Soft-max with one reading of memory less, fused with top-k";
  }

  @Override
  public Outcome run(ExperimentContext context) {
    long start = System.nanoTime();
    Mnist.@Nullable Images digits = Mnist.load(context.dataFolder(), 3000);
    float[] x = digits == null ? normal(context.run().seed()) : scores(digits, context.run());
    List<Row> rows = new ArrayList<>();
    for (int length : LENGTHS) {
      if (context.run().checkpoint() != Run.Stop.NONE) {
        break;
      }
      Row row = measure(length, x);
      rows.add(row);
      context.log().accept(line(row));
    }
    boolean complete = rows.size() == LENGTHS.length;
    double error = complete ? largestError(x, LENGTHS[2]) : Double.NaN;
    double fused = complete ? rows.getLast().fusedRatio() : Double.NaN;
    double online = complete ? rows.getLast().onlineRatio() : Double.NaN;
    return new Outcome(
        key(),
        "Soft-max by an online normalizer is up to 1.3 times, fused with top-5 up to 5 times as"
            + " fast as the three-pass one, for rows of 1000 and more (Milakov and Gimelshein,"
            + " 2018, arXiv 1805.02867, on a GPU).",
        "time of three-pass soft-max then top-5 over that of the fused pass, rows of 1,000,000"
            + " floats; holds from the threshold on if the online soft-max is at least "
            + LEAST_ONLINE
            + " times as fast there and values agree with double precision",
        LEAST_FUSED,
        fused,
        complete && fused >= LEAST_FUSED && online >= LEAST_ONLINE && error <= LARGEST_ERROR,
        (System.nanoTime() - start) * 1e-9,
        notes(digits != null, complete, online, error),
        List.of(table(rows)),
        List.of(plot(rows)));
  }

  private static float[] normal(long seed) {
    float[] x = new float[BATCH];
    RandomStream.of(seed).fillGaussian(x, 0, BATCH, 0);
    for (int i = 0; i < BATCH; i++) {
      x[i] *= TEMPERATURE;
    }
    return x;
  }

  /** Scores of as many queries as fill the batch, each against all images. */
  private static float[] scores(Mnist.Images digits, Run run) {
    int queries = Math.min(digits.count(), BATCH / digits.count());
    float[] x = new float[BATCH];
    float scale = TEMPERATURE / (float) Math.sqrt(digits.pixels());
    FloatBlas.gemm(
        Transpose.YES,
        Transpose.NO,
        digits.count(),
        queries,
        digits.pixels(),
        scale,
        digits.images(),
        0,
        digits.pixels(),
        digits.images(),
        0,
        digits.pixels(),
        0.0f,
        x,
        0,
        digits.count(),
        run.threads());
    for (int i = digits.count() * queries; i < BATCH; i++) {
      x[i] = x[i - digits.count() * queries];
    }
    return x;
  }

  private static double largestError(float[] x, int n) {
    float[] y = new float[n];
    FloatSoftmax.softmax(n, x, 0, y, 0);
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[i]);
    }
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
      sum += StrictMath.exp(x[i] - max);
    }
    double error = 0.0;
    for (int i = 0; i < n; i++) {
      double term = StrictMath.exp(x[i] - max);
      if (term >= 1e-3) {
        error = Math.max(error, Math.abs(y[i] * sum / term - 1.0));
      }
    }
    return error;
  }

  private static Row measure(int length, float[] x) {
    int rows = BATCH / length;
    float[] y = new float[BATCH];
    int[] index = new int[K];
    float[] value = new float[K];
    double[] seconds =
        Timing.medians(
            ROUNDS,
            List.of(
                () -> {
                  for (int r = 0; r < rows; r++) {
                    FloatSafeSoftmax.softmax(length, x, r * length, y, r * length);
                  }
                },
                () -> {
                  for (int r = 0; r < rows; r++) {
                    FloatSoftmax.softmax(length, x, r * length, y, r * length);
                  }
                },
                () -> {
                  for (int r = 0; r < rows; r++) {
                    FloatSafeSoftmax.softmax(length, x, r * length, y, r * length);
                    FloatTopK.select(length, y, r * length, K, index, value);
                  }
                },
                () -> {
                  for (int r = 0; r < rows; r++) {
                    FloatSoftmax.softmaxTopK(length, x, r * length, K, index, value);
                  }
                }));
    double scale = 1e9 / ((double) rows * length);
    return new Row(
        length,
        rows,
        seconds[0] * scale,
        seconds[1] * scale,
        seconds[2] * scale,
        seconds[3] * scale);
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "%8d columns  three-pass %.3f ns, online %.3f ns an entry (%.2f x)  then top-%d %.3f ns,"
            + " fused %.3f ns (%.2f x)",
        row.length(),
        row.safe(),
        row.online(),
        row.onlineRatio(),
        K,
        row.separate(),
        row.fused(),
        row.fusedRatio());
  }

  private static String notes(boolean digits, boolean complete, double online, double error) {
    StringBuilder text = new StringBuilder();
    text.append("Entries: ")
        .append(
            digits
                ? "attention scores of MNIST digits, rows cut from their sequence"
                : "normal numbers, for the MNIST digits are not there")
        .append(". Batches of ")
        .append(BATCH)
        .append(" floats, one thread, medians of ")
        .append(ROUNDS)
        .append(" rounds taken in turns. Online over three passes at 1,000,000 columns: ")
        .append(Numbers.compact(online))
        .append(" times as fast (at least ")
        .append(LEAST_ONLINE)
        .append(" for the claim to hold). Largest relative error of values above 1e-3 of the")
        .append(" largest: ")
        .append(Numbers.compact(error))
        .append(" (at most ")
        .append(Numbers.compact(LARGEST_ERROR))
        .append("). Rows of up to 262,144 floats keep the exponentials of their one reading.");
    if (!complete) {
      text.append(" The run was stopped before all lengths were measured.");
    }
    return text.toString();
  }

  private static Table table(List<Row> rows) {
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          List.of(
              Integer.toString(row.length()),
              Integer.toString(row.rows()),
              Numbers.compact(row.safe()),
              Numbers.compact(row.online()),
              Numbers.compact(row.onlineRatio()),
              Numbers.compact(row.separate()),
              Numbers.compact(row.fused()),
              Numbers.compact(row.fusedRatio())));
    }
    return new Table(
        "Nanoseconds an entry",
        List.of(
            "columns",
            "rows",
            "three-pass",
            "online",
            "ratio",
            "three-pass, then top-5",
            "fused",
            "ratio"),
        cells);
  }

  private static Figure plot(List<Row> rows) {
    double[] length = rows.stream().mapToDouble(Row::length).toArray();
    return new LinePlot("Speed over three passes", Axis.log("columns"), Axis.linear("times"))
        .with(
            Series.marked("online", length, rows.stream().mapToDouble(Row::onlineRatio).toArray()))
        .with(
            Series.marked(
                "fused with top-5", length, rows.stream().mapToDouble(Row::fusedRatio).toArray()));
  }
}
