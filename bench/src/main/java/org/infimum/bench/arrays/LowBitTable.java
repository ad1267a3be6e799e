package org.infimum.bench.arrays;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infimum.linalg.array.FloatArrays;
import org.infimum.linalg.lowbit.BlockFormat;
import org.infimum.linalg.lowbit.BlockMatrix;
import org.infimum.linalg.lowbit.Int8Matrix;
import org.infimum.linalg.lowbit.LowBitMatrix;
import org.infimum.linalg.random.RandomStream;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;

/** Products of coded weights with a vector: bytes read a second beside a plain sum of floats. */
public final class LowBitTable {
  private static final int ROWS = 16_384;
  private static final int COLUMNS = 4_096;

  private LowBitTable() {}

  /** Times all formats on one matrix. */
  public static Table measure(int rounds) {
    float[] w = new float[ROWS * COLUMNS];
    RandomStream.of(1).fillGaussian(w, 0, w.length, 0);
    float[] x = new float[COLUMNS];
    RandomStream.of(2).fillGaussian(x, 0, COLUMNS, 0);
    float[] y = new float[ROWS];
    Map<String, LowBitMatrix> matrices = new LinkedHashMap<>();
    matrices.put("int8, scale for each row", Int8Matrix.quantize(ROWS, COLUMNS, w, 0, COLUMNS));
    for (BlockFormat format : BlockFormat.values()) {
      matrices.put(
          format + ", blocks of 32", BlockMatrix.quantize(format, ROWS, COLUMNS, w, 0, COLUMNS));
    }
    List<Runnable> pieces = new ArrayList<>();
    pieces.add(() -> y[0] = FloatArrays.sum(w.length, w, 0));
    pieces.add(
        () -> {
          for (int r = 0; r < ROWS; r++) {
            y[r] = FloatArrays.dot(COLUMNS, w, r * COLUMNS, x, 0);
          }
        });
    matrices.values().forEach(matrix -> pieces.add(() -> matrix.multiply(x, 0, y, 0, 1)));
    double[] seconds = ProcessorTime.medians(rounds, pieces);
    double stream = 4.0 * w.length / seconds[0];
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("sum of floats (the stream)", 32.0, 4L * w.length, seconds[0], stream, seconds));
    rows.add(row("float products", 32.0, 4L * w.length, seconds[1], stream, seconds));
    int piece = 2;
    for (Map.Entry<String, LowBitMatrix> entry : matrices.entrySet()) {
      LowBitMatrix matrix = entry.getValue();
      double time = seconds[piece++];
      rows.add(row(entry.getKey(), matrix.bitsPerWeight(), matrix.bytes(), time, stream, seconds));
    }
    return new Table(
        "Weights of " + ROWS + " x " + COLUMNS + " times a vector of floats",
        List.of("weights", "bits a weight", "time", "read", "of the stream", "float / this"),
        rows);
  }

  private static List<String> row(
      String name, double bits, long bytes, double time, double stream, double[] seconds) {
    return List.of(
        name,
        Numbers.compact(bits),
        Numbers.compact(1e3 * time) + " ms",
        Numbers.compact(1e-9 * bytes / time) + " GB/s",
        Numbers.compact(bytes / time / stream) + " x",
        Numbers.compact(seconds[1] / time) + " x");
  }
}
