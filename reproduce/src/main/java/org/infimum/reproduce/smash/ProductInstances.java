package org.infimum.reproduce.smash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.sparse.CompressedRows;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of real matrices to multiply: the constraints of linear programs with their transposes, the
 * squares of citation graphs and of a road network.
 */
public final class ProductInstances {
  private static final List<String> PROGRAMS =
      List.of("d2q06c", "maros-r7", "pds-06", "ken-11", "cre-b", "osa-14");

  /** Left out above this many multiplications: A'A of a matrix with a dense row. */
  private static final long MOST_PRODUCTS = 100_000_000L;

  private ProductInstances() {}

  /**
   * Two matrices to multiply.
   *
   * @param name what the product is
   * @param a the left factor
   * @param b the right factor
   */
  public record Pair(String name, CompressedRows a, CompressedRows b) {
    /** Multiplications that the product takes. */
    public long products() {
      long sum = 0;
      for (int k : a.columnIndices()) {
        sum += b.rowStarts()[k + 1] - b.rowStarts()[k];
      }
      return sum;
    }
  }

  /** The pairs whose files are in the folder of benchmark data; none if there is no folder. */
  public static List<Pair> load(@Nullable Path dataFolder) {
    List<Pair> pairs = new ArrayList<>();
    if (dataFolder == null) {
      return pairs;
    }
    for (String name : PROGRAMS) {
      Path file = dataFolder.resolve("netlib_lp/feasible/" + name + ".mps.gz");
      if (Files.isRegularFile(file)) {
        SparseMatrix matrix = ProblemFiles.read(file, ReadOptions.strict()).program().a();
        CompressedRows rows = CompressedRows.of(matrix);
        CompressedRows transpose = CompressedRows.transposeOf(matrix);
        add(pairs, new Pair(name + " A A'", rows, transpose));
        add(pairs, new Pair(name + " A' A", transpose, rows));
      }
    }
    for (String name : List.of("cora", "pubmed")) {
      Path file = dataFolder.resolve("planetoid/" + name + ".edges.txt.gz");
      if (Files.isRegularFile(file)) {
        CompressedRows graph = graph(file, "", true);
        add(pairs, new Pair(name + " squared", graph, graph));
      }
    }
    Path roads = dataFolder.resolve("shortest_path/road-like-40000.gr.gz");
    if (Files.isRegularFile(roads)) {
      CompressedRows graph = graph(roads, "a", false);
      add(pairs, new Pair("roads squared", graph, graph));
    }
    return pairs;
  }

  private static void add(List<Pair> pairs, Pair pair) {
    if (pair.products() <= MOST_PRODUCTS) {
      pairs.add(pair);
    }
  }

  /**
   * A graph from lines "u v" or "u v length".
   *
   * @param prefix the word that lines with an edge begin with; empty if they begin with u
   */
  private static CompressedRows graph(Path file, String prefix, boolean bothWays) {
    int[] row = new int[1024];
    int[] column = new int[1024];
    double[] value = new double[1024];
    int count = 0;
    int vertices = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        StringTokenizer words = new StringTokenizer(line);
        if (!words.hasMoreTokens() || (!prefix.isEmpty() && !words.nextToken().equals(prefix))) {
          continue;
        }
        int u = Integer.parseInt(words.nextToken());
        int v = Integer.parseInt(words.nextToken());
        double length = words.hasMoreTokens() ? Double.parseDouble(words.nextToken()) : 1.0;
        vertices = Math.max(vertices, Math.max(u, v) + 1);
        for (int way = 0; way < (bothWays ? 2 : 1); way++) {
          if (count == row.length) {
            row = Arrays.copyOf(row, 2 * count);
            column = Arrays.copyOf(column, 2 * count);
            value = Arrays.copyOf(value, 2 * count);
          }
          row[count] = way == 0 ? u : v;
          column[count] = way == 0 ? v : u;
          value[count++] = length;
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return CompressedRows.of(
        SparseMatrix.ofTriplets(vertices, vertices, count, row, column, value));
  }
}
