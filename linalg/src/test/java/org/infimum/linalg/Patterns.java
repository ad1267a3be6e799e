package org.infimum.linalg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Sparse matrices to test on: grids, random ones, and the constraints of linear programs. */
public final class Patterns {
  private Patterns() {}

  /** The seed of all random tests; {@code -Dinfimum.seed} replays a failure. */
  public static long seed() {
    return Long.getLong("infimum.seed", 20_240_611L);
  }

  /** Upper triangle of the nearest-neighbour coupling of a grid, without diagonal. */
  public static SparseMatrix grid(int width, int height, int depth) {
    int n = width * height * depth;
    int[] row = new int[3 * n];
    int[] column = new int[3 * n];
    int count = 0;
    for (int v = 0; v < n; v++) {
      int x = v % width;
      int y = v / width % height;
      int z = v / width / height;
      int[] back = {x > 0 ? 1 : 0, y > 0 ? width : 0, z > 0 ? width * height : 0};
      for (int step : back) {
        if (step > 0) {
          row[count] = v - step;
          column[count++] = v;
        }
      }
    }
    return SparseMatrix.ofTriplets(n, n, count, row, column, new double[count]);
  }

  /** Upper triangle with a random half of the diagonal and about the given entries off it. */
  static SparseMatrix randomUpper(int n, int offDiagonal, Random random) {
    int[] row = new int[offDiagonal + n];
    int[] column = new int[offDiagonal + n];
    int count = 0;
    for (int k = 0; k < offDiagonal; k++) {
      int i = random.nextInt(n);
      int j = random.nextInt(n);
      row[count] = Math.min(i, j);
      column[count++] = Math.max(i, j);
    }
    for (int i = 0; i < n; i++) {
      if (random.nextBoolean()) {
        row[count] = i;
        column[count++] = i;
      }
    }
    return SparseMatrix.ofTriplets(n, n, count, row, column, new double[count]);
  }

  /** A random matrix with at most so many entries. */
  public static SparseMatrix random(int rows, int columns, int entries, Random random) {
    int[] row = new int[entries];
    int[] column = new int[entries];
    double[] value = new double[entries];
    for (int k = 0; k < entries; k++) {
      row[k] = random.nextInt(rows);
      column[k] = random.nextInt(columns);
      value[k] = random.nextGaussian();
    }
    return SparseMatrix.ofTriplets(rows, columns, entries, row, column, value);
  }

  /** The benchmark data, or null where they are not at hand. */
  public static @Nullable Path data() {
    String given = System.getProperty("infimum.data");
    if (given != null) {
      return Path.of(given);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** The constraint matrix of a gzipped MPS file whose names hold no spaces. */
  public static SparseMatrix constraints(Path mps) throws IOException {
    Map<String, Integer> rows = new HashMap<>();
    Map<String, Integer> columns = new HashMap<>();
    int[] row = new int[1024];
    int[] column = new int[1024];
    double[] value = new double[1024];
    int count = 0;
    String section = "";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(mps)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] field = line.trim().split("\\s+", -1);
        if (line.isBlank() || line.startsWith("*")) {
          continue;
        }
        if (!line.startsWith(" ")) {
          section = field[0];
        } else if (section.equals("ROWS") && !field[0].equals("N")) {
          rows.put(field[1], rows.size());
        } else if (section.equals("COLUMNS")) {
          int j = columns.computeIfAbsent(field[0], name -> columns.size());
          for (int k = 1; k + 1 < field.length; k += 2) {
            Integer i = rows.get(field[k]);
            if (i != null) {
              if (count == row.length) {
                row = Arrays.copyOf(row, 2 * count);
                column = Arrays.copyOf(column, 2 * count);
                value = Arrays.copyOf(value, 2 * count);
              }
              row[count] = i;
              column[count] = j;
              value[count++] = Double.parseDouble(field[k + 1]);
            }
          }
        }
      }
    }
    return SparseMatrix.ofTriplets(rows.size(), columns.size(), count, row, column, value);
  }
}
