package org.infimum.bench.arrays;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.infimum.linalg.array.FloatArrays;
import org.infimum.linalg.lowbit.Activations;
import org.infimum.linalg.lowbit.BlockFormat;
import org.infimum.linalg.lowbit.BlockMatrix;
import org.infimum.linalg.lowbit.Int8Matrix;
import org.infimum.linalg.lowbit.LowBitMatrix;
import org.infimum.linalg.random.RandomStream;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;
import org.infimum.reproduce.Timing;

/** Products of coded weights with a vector: bytes read a second beside a plain sum of floats. */
public final class LowBitTable {
  private static final int ROWS = 16_384;
  private static final int COLUMNS = 4_096;

  private LowBitTable() {}

  /**
   * Times all formats on one matrix, by processor time on one thread and by the clock on several.
   */
  public static Table measure(int rounds, int threads) {
    float[] w = new float[ROWS * COLUMNS];
    RandomStream.of(1).fillGaussian(w, 0, w.length, 0);
    float[] x = new float[COLUMNS];
    RandomStream.of(2).fillGaussian(x, 0, COLUMNS, 0);
    float[] y = new float[ROWS];
    List<Contestant> contestants = new ArrayList<>();
    long floats = (long) Float.BYTES * w.length;
    contestants.add(
        new Contestant("sum of floats (the stream)", 32.0, floats, () -> stream(w, y, threads)));
    contestants.add(
        new Contestant("float products", 32.0, floats, () -> products(w, x, y, threads)));
    Int8Matrix bytes = Int8Matrix.quantize(ROWS, COLUMNS, w, 0, COLUMNS);
    contestants.add(
        Contestant.of("int8, scale for each row", bytes, Activations.FLOAT, x, y, threads));
    for (BlockFormat format : BlockFormat.values()) {
      BlockMatrix matrix = BlockMatrix.quantize(format, ROWS, COLUMNS, w, 0, COLUMNS);
      String name = format + ", blocks of 32";
      contestants.add(Contestant.of(name, matrix, Activations.FLOAT, x, y, threads));
      if (format != BlockFormat.Q8_0) {
        String rounded = name + ", vector rounded to int8";
        contestants.add(Contestant.of(rounded, matrix, Activations.INT8, x, y, threads));
      }
    }
    List<Runnable> pieces = contestants.stream().map(Contestant::piece).toList();
    double[] seconds =
        threads == 1 ? ProcessorTime.medians(rounds, pieces) : Timing.medians(rounds, pieces);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      rows.add(contestants.get(i).row(seconds[i], floats / seconds[0], seconds[1]));
    }
    return new Table(
        "Weights of "
            + ROWS
            + " x "
            + COLUMNS
            + " times a vector of floats, "
            + (threads == 1 ? "one thread" : threads + " threads, by the clock"),
        List.of("weights", "bits a weight", "time", "read", "of the stream", "float / this"),
        rows);
  }

  private static void stream(float[] w, float[] sums, int threads) {
    int part = w.length / threads;
    IntStream.range(0, threads)
        .parallel()
        .forEach(t -> sums[t] = FloatArrays.sum(part, w, t * part));
  }

  private static void products(float[] w, float[] x, float[] y, int threads) {
    int part = ROWS / threads;
    IntStream.range(0, threads)
        .parallel()
        .forEach(
            t -> {
              for (int r = t * part; r < (t + 1) * part; r++) {
                y[r] = FloatArrays.dot(COLUMNS, w, r * COLUMNS, x, 0);
              }
            });
  }

  private record Contestant(String name, double bits, long bytes, Runnable piece) {
    static Contestant of(
        String name,
        LowBitMatrix matrix,
        Activations activations,
        float[] x,
        float[] y,
        int threads) {
      return new Contestant(
          name,
          matrix.bitsPerWeight(),
          matrix.bytes(),
          () -> matrix.multiply(activations, x, 0, y, 0, threads));
    }

    List<String> row(double time, double stream, double floatTime) {
      return List.of(
          name,
          Numbers.compact(bits),
          Numbers.compact(1e3 * time) + " ms",
          Numbers.compact(1e-9 * bytes / time) + " GB/s",
          Numbers.compact(bytes / time / stream) + " x",
          Numbers.compact(floatTime / time) + " x");
    }
  }
}
