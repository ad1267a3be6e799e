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
        default -> kernels.radix(radix, rest, columns, arrays, roots, step);
      }
      arrays.swap();
      columns *= radix;
      rest /= radix;
    }
  }
}
