package org.infimum.bench.arrays;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.infimum.linalg.array.FloatSafeSoftmax;
import org.infimum.linalg.array.FloatSoftmax;
import org.infimum.linalg.array.FloatTopK;
import org.infimum.linalg.random.RandomStream;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;

/** The online soft-max beside the three-pass one, in cache and out of it. */
public final class SoftmaxTable {
  private static final int[] COLUMNS = {1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000};

  /** Entries of a batch that is out of cache. */
  private static final int BATCH = 12_000_000;

  /** Entries of a batch that stays in the second-level cache. */
  private static final int CACHED = 64_000;

  private static final int K = 5;

  private SoftmaxTable() {}

  /** Times all lengths. */
  public static Table measure(int rounds) {
    float[] x = new float[BATCH];
    float[] y = new float[BATCH];
    RandomStream.of(1).fillGaussian(x, 0, BATCH, 0);
    List<List<String>> rows = new ArrayList<>();
    for (int columns : COLUMNS) {
      if (columns <= CACHED) {
        rows.add(row(columns, CACHED / columns, 40, rounds, x, y));
      }
      rows.add(row(columns, BATCH / columns, 1, rounds, x, y));
    }
    return new Table(
        "Soft-max of rows of floats; readings and writings of the row are those from beyond the"
            + " cache it fits",
        List.of(
            "columns",
            "rows",
            "three-pass (3 readings, 1 writing)",
            "online (1 or 2 readings, 1 writing)",
            "three-pass / online",
            "three-pass, then top-5",
            "fused (1 reading)",
            "separate / fused"),
        rows);
  }

  private static List<String> row(int n, int rows, int times, int rounds, float[] x, float[] y) {
    int[] index = new int[K];
    float[] value = new float[K];
    double[] seconds =
        ProcessorTime.medians(
            rounds,
            List.of(
                () -> repeat(rows, times, r -> FloatSafeSoftmax.softmax(n, x, r * n, y, r * n)),
                () -> repeat(rows, times, r -> FloatSoftmax.softmax(n, x, r * n, y, r * n)),
                () ->
                    repeat(
                        rows,
                        times,
                        r -> {
                          FloatSafeSoftmax.softmax(n, x, r * n, y, r * n);
                          FloatTopK.select(n, y, r * n, K, index, value);
                        }),
                () ->
                    repeat(
                        rows, times, r -> FloatSoftmax.softmaxTopK(n, x, r * n, K, index, value))));
    double scale = 1e9 / ((double) rows * n * times);
    return List.of(
        Integer.toString(n),
        rows + (times > 1 ? " (in cache)" : ""),
        Numbers.compact(seconds[0] * scale) + " ns",
        Numbers.compact(seconds[1] * scale) + " ns",
        Numbers.compact(seconds[0] / seconds[1]) + " x",
        Numbers.compact(seconds[2] * scale) + " ns",
        Numbers.compact(seconds[3] * scale) + " ns",
        Numbers.compact(seconds[2] / seconds[3]) + " x");
  }

  private static void repeat(int rows, int times, IntConsumer row) {
    for (int t = 0; t < times; t++) {
      for (int r = 0; r < rows; r++) {
        row.accept(r);
      }
    }
  }
}
