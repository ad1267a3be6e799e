// float twin: generated
package org.infimum.linalg.transform;

/** Butterflies over adjacent elements; the scalar and the vector twin agree to rounding. */
interface DoubleTransformKernels {
  /** Walsh-Hadamard transform of n elements, a power of two, that stay in cache. */
  void hadamard(int n, double[] x, int at);

  /** Two stages of it between the quarters of 4 {@code quarter} elements. */
  void quarters(int quarter, double[] x, int at);

  /**
   * A stage of radix 2 of the Stockham algorithm for every twiddle factor: with m = length / 2, the
   * vectors of {@code width} complex numbers a, b number p and p + m of x give numbers 2 p and 2 p
   * + 1 of y: a + b and w^p (a - b), where w = root number {@code step}.
   */
  void radix2(int length, int width, DoubleComplexArrays arrays, DoubleRootTable roots, int step);

  /** As {@link #radix2} with m = length / 4 and four vectors. */
  void radix4(int length, int width, DoubleComplexArrays arrays, DoubleRootTable roots, int step);

  /** As {@link #radix2} with m = length / radix and so many vectors, by the definition. */
  void radix(
      int radix,
      int length,
      int width,
      DoubleComplexArrays arrays,
      DoubleRootTable roots,
      int step);
}
