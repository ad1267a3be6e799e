package org.infimum.reproduce;

import java.util.function.IntToDoubleFunction;
import org.infimum.linalg.array.FloatArrays;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.random.RandomStream;
import org.infimum.linalg.transform.FloatHadamard;

/** Square matrices of floats, column-major, of known spectra or from data. */
final class TestMatrices {
  private TestMatrices() {}

  /** Independent standard normal entries. */
  static float[] normal(int n, long seed, long number) {
    float[] a = new float[Math.multiplyExact(n, n)];
    new RandomStream(seed, number).fillGaussian(a, 0, a.length, 0);
    return a;
  }

  /**
   * P H diag(s) H Q / n with the Hadamard matrix H and random signs P and Q: its singular values
   * are s, its singular vectors spread over all entries.
   *
   * @param n a power of two
   */
  static float[] withSpectrum(int n, IntToDoubleFunction s, long seed) {
    float[] a = new float[Math.multiplyExact(n, n)];
    int[] sign = new int[2 * n];
    RandomStream.of(seed).fillBelow(2, sign, 0, 2 * n, 0);
    for (int j = 0; j < n; j++) {
      int column = j * n;
      a[column + j] = sign[n + j] == 0 ? 1.0f : -1.0f;
      FloatHadamard.transform(n, a, column);
      for (int i = 0; i < n; i++) {
        a[column + i] *= (float) (s.applyAsDouble(i) / n);
      }
      FloatHadamard.transform(n, a, column);
      for (int i = 0; i < n; i++) {
        a[column + i] = sign[i] == 0 ? a[column + i] : -a[column + i];
      }
    }
    return a;
  }

  /** e^(-|x_i - x_j|^2 / (2 w)) of images, where w is the mean squared distance. */
  static float[] gaussianKernel(Mnist.Images images) {
    int n = images.count();
    int d = images.pixels();
    float[] k = new float[Math.multiplyExact(n, n)];
    FloatBlas.gemm(
        Transpose.YES,
        Transpose.NO,
        n,
        n,
        d,
        1.0f,
        images.images(),
        0,
        d,
        images.images(),
        0,
        d,
        0.0f,
        k,
        0,
        n,
        1);
    float[] square = new float[n];
    for (int i = 0; i < n; i++) {
      square[i] = k[i * n + i];
    }
    double mean = 0.0;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        k[j * n + i] = Math.max(0.0f, square[i] + square[j] - 2.0f * k[j * n + i]);
        mean += k[j * n + i];
      }
    }
    FloatArrays.scale(k.length, (float) (-0.5 * n * n / mean), k, 0);
    FloatArrays.exp(k.length, k, 0, k, 0);
    return k;
  }
}
