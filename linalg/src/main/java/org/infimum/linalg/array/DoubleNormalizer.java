// float twin: generated
package org.infimum.linalg.array;

/**
 * The normalizer of a soft-max: largest entry m and d = sum of e^(x_i - m). Normalizers of parts of
 * a row merge into that of the whole, in any order (Milakov and Gimelshein, "Online normalizer
 * calculation for softmax", 2018, arXiv 1805.02867, equation 4).
 *
 * @param max the largest entry, minus infinity if there is none
 * @param sum the sum, 0 if all entries are minus infinity, NaN if one is NaN or plus infinity
 */
public record DoubleNormalizer(double max, /* wide */ double sum) {
  /** The normalizer of a row without entries. */
  public static final DoubleNormalizer EMPTY = new DoubleNormalizer(Double.NEGATIVE_INFINITY, 0.0);

  /** The normalizer of both parts together. */
  public DoubleNormalizer merge(DoubleNormalizer other) {
    DoubleNormalizer high = max >= other.max ? this : other;
    DoubleNormalizer low = max >= other.max ? other : this;
    if (low.sum == 0.0) {
      return high;
    }
    return new DoubleNormalizer(
        high.max, high.sum + low.sum * DoubleExp.ofNonpositive(low.max - high.max));
  }

  /** m + ln d, the logarithm of the sum of e^x_i. */
  public /* wide */ double logSumExp() {
    return max + Logarithm.of(sum);
  }
}
