package org.infimum.bench.sparse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import org.infimum.linalg.sparse.CompressedRows;
import org.infimum.reproduce.smash.ProductInstances;

/**
 * SciPy's product of two CSR matrices, in a Python process that reports the fastest of its runs.
 */
public final class ScipyProduct {
  private static final String SCRIPT =
      """
      import sys, time
      import numpy as np
      from scipy.sparse import csr_matrix
      def read(f):
          m, n, z = np.fromfile(f, dtype='<i4', count=3)
          p = np.fromfile(f, dtype='<i4', count=m + 1)
          i = np.fromfile(f, dtype='<i4', count=z)
          x = np.fromfile(f, dtype='<f8', count=z)
          return csr_matrix((x, i, p), shape=(m, n))
      with open(sys.argv[1], 'rb') as f:
          a = read(f)
          b = read(f)
      def best(product):
          product()
          least, spent = float('inf'), 0.0
          for _ in range(100):
              t = time.process_time()
              product()
              t = time.process_time() - t
              least, spent = min(least, t), spent + t
              if spent > 0.5:
                  return least
          return least
      def ordered():
          c = a @ b
          c.sort_indices()
      print(best(lambda: a @ b), best(ordered))
      """;

  private ScipyProduct() {}

  /**
   * Seconds of a product.
   *
   * @param unordered with the columns of a row in the order in which they were met
   * @param ordered with sorted columns, as ours are
   */
  public record Seconds(double unordered, double ordered) {}

  /** Times the product; empty where there is no Python with SciPy. */
  public static Optional<Seconds> time(ProductInstances.Pair pair)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("infimum-product", ".bin");
    try {
      Files.write(file, concatenated(bytes(pair.a()), bytes(pair.b())));
      Process process =
          new ProcessBuilder("python3", "-c", SCRIPT, file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean done = process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
      if (!done) {
        return Optional.empty();
      }
      Scanner seconds = new Scanner(output).useLocale(Locale.ROOT);
      return Optional.of(new Seconds(seconds.nextDouble(), seconds.nextDouble()));
    } catch (IOException absent) {
      return Optional.empty();
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] concatenated(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  private static byte[] bytes(CompressedRows matrix) {
    int nonzeros = matrix.nonzeros();
    ByteBuffer out =
        ByteBuffer.allocate(4 * (4 + matrix.rows()) + 12 * nonzeros)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(matrix.rows())
            .putInt(matrix.columns())
            .putInt(nonzeros);
    for (int i = 0; i <= matrix.rows(); i++) {
      out.putInt(matrix.rowStarts()[i]);
    }
    for (int k = 0; k < nonzeros; k++) {
      out.putInt(matrix.columnIndices()[k]);
    }
    for (int k = 0; k < nonzeros; k++) {
      out.putDouble(matrix.values()[k]);
    }
    return out.array();
  }
}
