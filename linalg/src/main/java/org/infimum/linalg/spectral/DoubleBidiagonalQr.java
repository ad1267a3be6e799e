// float twin: generated
package org.infimum.linalg.spectral;

import org.jspecify.annotations.Nullable;

/**
 * Singular values, and vectors if wanted, of an upper bidiagonal matrix by the implicit zero-shift
 * QR algorithm, which finds even the smallest singular value to high relative accuracy (Demmel and
 * Kahan, Accurate singular values of bidiagonal matrices, SIAM J. Sci. Stat. Comput. 11, 1990).
 */
final class DoubleBidiagonalQr {
  /** Sweeps allowed for each singular value; two are usual. */
  private static final int MOST_SWEEPS = 60;

  private static final double TOLERANCE = 16 * DoubleArithmetic.UNIT_ROUNDOFF;

  private final double[] d;
  private final double[] e;
  private final int at;
  private final int n;
  private final @Nullable Factors factors;
  private final DoublePlaneRotation right = new DoublePlaneRotation();
  private final DoublePlaneRotation left = new DoublePlaneRotation();

  /** Block of rows low .. high that a sweep works on, and whether it stands upside down. */
  private int low;

  private int high;
  private boolean reversed;

  /** Smallest singular value of the block, estimated, and a bound on the largest. */
  private double least;

  /** Where the rotations go: rows and first elements of U and V, both with leading dimension. */
  record Factors(double[] u, int uAt, int uRows, double[] v, int vAt, int vRows, int stride) {}

  private DoubleBidiagonalQr(double[] d, double[] e, int at, int n, @Nullable Factors factors) {
    this.d = d;
    this.e = e;
    this.at = at;
    this.n = n;
    this.factors = factors;
  }

  /**
   * Replaces the diagonal by the singular values, not negative, in no particular order, and
   * multiplies U and V from the right by the singular vectors.
   *
   * @param n rows of the matrix
   * @param isWide whether it has a column more than rows
   * @param d the diagonal from {@code at} on
   * @param e what stands right of the diagonal from {@code at} on, n elements if {@code isWide},
   *     else n - 1; destroyed
   * @param factors U of n columns and V of as many as the matrix, or null
   */
  static void compute(
      int n, boolean isWide, double[] d, double[] e, int at, @Nullable Factors factors) {
    DoubleBidiagonalQr qr = new DoubleBidiagonalQr(d, e, at, n, factors);
    if (isWide && n > 0) {
      qr.makeSquare();
    }
    qr.iterate();
    for (int i = 0; i < n; i++) {
      if (d[at + i] < 0 || 1 / d[at + i] < 0) {
        d[at + i] = -d[at + i];
        if (factors != null) {
          int column = factors.vAt + i * factors.stride;
          for (int r = column; r < column + factors.vRows; r++) {
            factors.v[r] = -factors.v[r];
          }
        }
      }
    }
  }

  /** Rotates the last column away from the right, and the matrix upper bidiagonal from the left. */
  private void makeSquare() {
    for (int i = 0; i < n; i++) {
      right.annihilate(d[at + i], e[at + i]);
      d[at + i] = right.r();
      e[at + i] = 0;
      if (i + 1 < n) {
        e[at + i] = right.s() * d[at + i + 1];
        d[at + i + 1] *= right.c();
      }
      rotateV(i, i + 1, right);
    }
    for (int i = 0; i + 1 < n; i++) {
      left.annihilate(d[at + i], e[at + i]);
      d[at + i] = left.r();
      e[at + i] = left.s() * d[at + i + 1];
      d[at + i + 1] *= left.c();
      rotateU(i, i + 1, left);
    }
  }

  private void iterate() {
    double negligible = negligible();
    int sweeps = 0;
    high = n - 1;
    while (high > 0) {
      if (Math.abs(e[at + high - 1]) <= negligible) {
        e[at + high - 1] = 0;
        high--;
        continue;
      }
      low = high - 1;
      while (low > 0 && Math.abs(e[at + low - 1]) > negligible) {
        low--;
      }
      if (sweeps++ == MOST_SWEEPS * n) {
        throw new IllegalStateException("the QR algorithm did not converge");
      }
      reversed = Math.abs(d[at + low]) < Math.abs(d[at + high]);
      reverseIfNeeded();
      if (!splits()) {
        sweep();
      }
      reverseIfNeeded();
      reversed = false;
    }
  }

  /** What is zero beside the smallest singular value (Demmel and Kahan, section 4). */
  private double negligible() {
    if (n == 0) {
      return 0;
    }
    double mu = Math.abs(d[at]);
    double smallest = mu;
    for (int i = 1; i < n && smallest > 0; i++) {
      mu = Math.abs(d[at + i]) * (mu / (mu + Math.abs(e[at + i - 1])));
      smallest = Math.min(smallest, mu);
    }
    return Math.max(
        TOLERANCE * smallest / Math.sqrt(n),
        DoubleArithmetic.SAFE_MIN / DoubleArithmetic.UNIT_ROUNDOFF);
  }

  /** A block whose last row is the larger is read from there: B reversed and transposed. */
  private void reverseIfNeeded() {
    if (!reversed) {
      return;
    }
    for (int i = at + low, j = at + high; i < j; i++, j--) {
      double swapped = d[i];
      d[i] = d[j];
      d[j] = swapped;
    }
    for (int i = at + low, j = at + high - 1; i < j; i++, j--) {
      double swapped = e[i];
      e[i] = e[j];
      e[j] = swapped;
    }
  }

  /** Sets an element that is negligible beside the diagonal to zero, if there is one. */
  private boolean splits() {
    if (Math.abs(e[at + high - 1]) <= TOLERANCE * Math.abs(d[at + high])) {
      e[at + high - 1] = 0;
      return true;
    }
    double mu = Math.abs(d[at + low]);
    least = mu;
    for (int i = low; i < high; i++) {
      double size = Math.abs(e[at + i]);
      if (size <= TOLERANCE * mu) {
        e[at + i] = 0;
        return true;
      }
      mu = Math.abs(d[at + i + 1]) * (mu / (mu + size));
      least = Math.min(least, mu);
    }
    return false;
  }

  private void sweep() {
    double largest = 0;
    for (int i = low; i <= high; i++) {
      largest =
          Math.max(largest, Math.max(Math.abs(d[at + i]), i < high ? Math.abs(e[at + i]) : 0));
    }
    double shift = 0;
    if (n * TOLERANCE * (least / largest) > DoubleArithmetic.UNIT_ROUNDOFF) {
      shift = leastOfLastBlock();
      double ratio = shift / Math.abs(d[at + low]);
      if (ratio * ratio < DoubleArithmetic.UNIT_ROUNDOFF) {
        shift = 0;
      }
    }
    if (shift == 0) {
      sweepWithoutShift();
    } else {
      sweepWithShift(shift);
    }
  }

  /** The smaller singular value of the last 2 x 2 block. */
  private double leastOfLastBlock() {
    double f = Math.abs(d[at + high - 1]);
    double g = Math.abs(e[at + high - 1]);
    double h = Math.abs(d[at + high]);
    double small = Math.min(f, h);
    double large = Math.max(f, h);
    if (small == 0) {
      return 0;
    }
    if (g < large) {
      double sum = 1 + small / large;
      double difference = (large - small) / large;
      double ratio = g / large;
      return small
          * (2
              / (Math.sqrt(sum * sum + ratio * ratio)
                  + Math.sqrt(difference * difference + ratio * ratio)));
    }
    double ratio = large / g;
    double sum = 1 + small / large;
    double difference = (large - small) / large;
    double root =
        Math.sqrt(1 + sum * ratio * (sum * ratio))
            + Math.sqrt(1 + difference * ratio * (difference * ratio));
    return 2 * (small * (1 / root) * ratio);
  }

  private void sweepWithoutShift() {
    double c = 1;
    double lastC = 1;
    double lastS = 0;
    for (int i = low; i < high; i++) {
      right.annihilate(d[at + i] * c, e[at + i]);
      c = right.c();
      if (i > low) {
        e[at + i - 1] = lastS * right.r();
      }
      left.annihilate(lastC * right.r(), d[at + i + 1] * right.s());
      d[at + i] = left.r();
      lastC = left.c();
      lastS = left.s();
      rotateBoth(i);
    }
    double last = d[at + high] * c;
    d[at + high] = last * lastC;
    e[at + high - 1] = last * lastS;
  }

  private void sweepWithShift(double shift) {
    double first = d[at + low];
    double f = (Math.abs(first) - shift) * (Math.copySign(1, first) + shift / first);
    double g = e[at + low];
    for (int i = low; i < high; i++) {
      right.annihilate(f, g);
      if (i > low) {
        e[at + i - 1] = right.r();
      }
      f = right.c() * d[at + i] + right.s() * e[at + i];
      e[at + i] = right.c() * e[at + i] - right.s() * d[at + i];
      g = right.s() * d[at + i + 1];
      d[at + i + 1] *= right.c();
      left.annihilate(f, g);
      d[at + i] = left.r();
      f = left.c() * e[at + i] + left.s() * d[at + i + 1];
      d[at + i + 1] = left.c() * d[at + i + 1] - left.s() * e[at + i];
      if (i + 1 < high) {
        g = left.s() * e[at + i + 1];
        e[at + i + 1] *= left.c();
      }
      rotateBoth(i);
    }
    e[at + high - 1] = f;
  }

  /** Applies the rotations of rows and columns i and i + 1 of the block. */
  private void rotateBoth(int i) {
    if (factors == null) {
      return;
    }
    if (reversed) {
      int mirror = low + high - i;
      rotateU(mirror, mirror - 1, right);
      rotateV(mirror, mirror - 1, left);
    } else {
      rotateV(i, i + 1, right);
      rotateU(i, i + 1, left);
    }
  }

  private void rotateU(int i, int j, DoublePlaneRotation rotation) {
    Factors f = factors;
    if (f != null) {
      DoubleColumnKernels.forOrder(f.uRows)
          .rotate(
              f.uRows,
              f.u,
              f.uAt + i * f.stride,
              f.u,
              f.uAt + j * f.stride,
              rotation.c(),
              rotation.s());
    }
  }

  private void rotateV(int i, int j, DoublePlaneRotation rotation) {
    Factors f = factors;
    if (f != null) {
      DoubleColumnKernels.forOrder(f.vRows)
          .rotate(
              f.vRows,
              f.v,
              f.vAt + i * f.stride,
              f.v,
              f.vAt + j * f.stride,
              rotation.c(),
              rotation.s());
    }
  }
}
