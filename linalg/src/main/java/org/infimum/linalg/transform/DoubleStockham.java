// float twin: generated
package org.infimum.linalg.transform;

/**
 * The self-sorting Fourier transform of Stockham (Van Loan, "Computational frameworks for the fast
 * Fourier transform", SIAM 1992, section 1.7) of lengths whose prime factors are 2, 3, 5 and 7, of
 * many adjacent columns at once: element k of column q is at {@code k * width + q}.
 */
final class DoubleStockham {
  private static final int[] RADICES = {4, 2, 3, 5, 7};

  private final int length;
  private final DoubleRootTable roots;

  DoubleStockham(int length) {
    this.length = length;
    roots = new DoubleRootTable(length);
  }

  /** Whether all prime factors are among 2, 3, 5 and 7. */
  static boolean fits(int length) {
    int rest = length;
    for (int prime : new int[] {2, 3, 5, 7}) {
      while (rest % prime == 0) {
        rest /= prime;
      }
    }
    return rest == 1;
  }

  private static int radix(int rest) {
    for (int radix : RADICES) {
      if (rest % radix == 0) {
        return radix;
      }
    }
    throw new IllegalArgumentException("A prime factor of " + rest + " is above 7.");
  }

  /** Transforms {@code width} columns to and fro between both places; swaps after each stage. */
  void transform(DoubleTransformKernels kernels, int width, DoubleComplexArrays arrays) {
    int columns = width;
    for (int rest = length; rest > 1; ) {
      int radix = radix(rest);
      int step = length / rest;
      switch (radix) {
        case 2 -> kernels.radix2(rest, columns, arrays, roots, step);
        case 4 -> kernels.radix4(rest, columns, arrays, roots, step);
        default -> odd(radix, rest, columns, arrays, step);
      }
      arrays.swap();
      columns *= radix;
      rest /= radix;
    }
  }

  /** A stage of radix 3, 5 or 7: small transforms by their definition. */
  private void odd(int radix, int rest, int width, DoubleComplexArrays arrays, int step) {
    int gap = rest / radix * width;
    int root = length / radix;
    for (int p = 0; p < rest / radix; p++) {
      for (int q = 0; q < width; q++) {
        int in = arrays.xAt + p * width + q;
        int out = arrays.yAt + radix * p * width + q;
        for (int k = 0; k < radix; k++) {
          double re = arrays.xRe[in];
          double im = arrays.xIm[in];
          for (int j = 1; j < radix; j++) {
            int w = j * k % radix * root;
            double xRe = arrays.xRe[in + j * gap];
            double xIm = arrays.xIm[in + j * gap];
            re = Math.fma(xRe, roots.re[w], Math.fma(-xIm, roots.im[w], re));
            im = Math.fma(xRe, roots.im[w], Math.fma(xIm, roots.re[w], im));
          }
          double wRe = roots.re[p * k * step];
          double wIm = roots.im[p * k * step];
          arrays.yRe[out + k * width] = Math.fma(re, wRe, -im * wIm);
          arrays.yIm[out + k * width] = Math.fma(re, wIm, im * wRe);
        }
      }
    }
  }
}
