// float twin: generated
package org.infimum.linalg.dense;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.Species;

/** One matrix in each lane. */
final class DoubleVectorSmall implements DoubleSmallKernels {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;

  @Override
  public int width() {
    return SPECIES.length();
  }

  @Override
  public void multiply(int n, int at, double[] a, double[] b, double[] c) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int k = 0; k < n; k++) {
          DoubleVector left = DoubleVector.fromArray(SPECIES, a, at + (i + k * n) * GROUP);
          DoubleVector right = DoubleVector.fromArray(SPECIES, b, at + (k + j * n) * GROUP);
          sum = left.fma(right, sum);
        }
        sum.intoArray(c, at + (i + j * n) * GROUP);
      }
    }
  }

  @Override
  public void cholesky(int n, int at, double[] a) {
    for (int j = 0; j < n; j++) {
      DoubleVector diagonal = DoubleVector.zero(SPECIES);
      for (int i = j; i < n; i++) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, a, at + (i + j * n) * GROUP);
        for (int k = 0; k < j; k++) {
          DoubleVector left = DoubleVector.fromArray(SPECIES, a, at + (i + k * n) * GROUP);
          DoubleVector right = DoubleVector.fromArray(SPECIES, a, at + (j + k * n) * GROUP);
          sum = left.neg().fma(right, sum);
        }
        if (i == j) {
          diagonal = root(sum);
          sum = diagonal;
        } else {
          sum = sum.div(diagonal);
        }
        sum.intoArray(a, at + (i + j * n) * GROUP);
      }
    }
  }

  @Override
  public void solve(int n, int at, int xAt, double[] l, double[] x) {
    for (int i = 0; i < n; i++) {
      substitute(0, i, n, 1, i, at, xAt, l, x);
    }
    for (int i = n - 1; i >= 0; i--) {
      substitute(i + 1, n, 1, n, i, at, xAt, l, x);
    }
  }

  /** x_i less the solved x_k times their coefficients, over the diagonal of row i. */
  private static void substitute(
      int first, int end, int kStep, int iStep, int i, int at, int xAt, double[] l, double[] x) {
    int n = Math.max(kStep, iStep);
    DoubleVector sum = DoubleVector.fromArray(SPECIES, x, xAt + i * GROUP);
    for (int k = first; k < end; k++) {
      DoubleVector left = DoubleVector.fromArray(SPECIES, l, at + (i * iStep + k * kStep) * GROUP);
      DoubleVector right = DoubleVector.fromArray(SPECIES, x, xAt + k * GROUP);
      sum = left.neg().fma(right, sum);
    }
    DoubleVector quotient = sum.div(DoubleVector.fromArray(SPECIES, l, at + i * (n + 1) * GROUP));
    quotient.intoArray(x, xAt + i * GROUP);
  }

  @Override
  public void symmetricEigen(int n, int at, double[] a, double[] v) {
    DoubleVector square = DoubleVector.zero(SPECIES);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        DoubleVector.broadcast(SPECIES, i == j ? 1 : 0).intoArray(v, at + (i + j * n) * GROUP);
        if (i >= j) {
          DoubleVector element = DoubleVector.fromArray(SPECIES, a, at + (i + j * n) * GROUP);
          square = element.fma(element, square);
        }
      }
    }
    DoubleVector least = square.sqrt().mul(NEGLIGIBLE);
    boolean isDiagonal = false;
    for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal; sweep++) {
      isDiagonal = true;
      for (int q = 1; q < n; q++) {
        for (int p = 0; p < q; p++) {
          isDiagonal &= !rotate(n, at, a, v, p, q, least);
        }
      }
    }
  }

  private static DoubleVector root(DoubleVector pivot) {
    VectorMask<Double> isPositive = pivot.compare(VectorOperators.GT, 0);
    return DoubleVector.broadcast(SPECIES, Double.NaN).blend(pivot.sqrt(), isPositive);
  }

  /** Annihilates element (q, p) where it is not negligible; whether it was not somewhere. */
  private static boolean rotate(
      int n, int at, double[] a, double[] v, int p, int q, DoubleVector least) {
    int pq = at + (q + p * n) * GROUP;
    int pp = at + p * (n + 1) * GROUP;
    int qq = at + q * (n + 1) * GROUP;
    DoubleVector apq = DoubleVector.fromArray(SPECIES, a, pq);
    VectorMask<Double> matters = apq.abs().compare(VectorOperators.GT, least);
    if (!matters.anyTrue()) {
      return false;
    }
    DoubleVector app = DoubleVector.fromArray(SPECIES, a, pp);
    DoubleVector aqq = DoubleVector.fromArray(SPECIES, a, qq);
    DoubleVector tau = aqq.sub(app).div(apq.add(apq));
    DoubleVector size = tau.abs().add(tau.fma(tau, DoubleVector.broadcast(SPECIES, 1)).sqrt());
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector tangent = one.div(size);
    tangent = tangent.blend(tangent.neg(), tau.compare(VectorOperators.LT, 0));
    DoubleVector cosine = one.div(tangent.fma(tangent, one).sqrt());
    DoubleVector sine = tangent.mul(cosine);
    app.blend(tangent.neg().fma(apq, app), matters).intoArray(a, pp);
    aqq.blend(tangent.fma(apq, aqq), matters).intoArray(a, qq);
    apq.blend(0, matters).intoArray(a, pq);
    for (int i = 0; i < n; i++) {
      if (i != p && i != q) {
        int ip = at + (Math.max(i, p) + Math.min(i, p) * n) * GROUP;
        int iq = at + (Math.max(i, q) + Math.min(i, q) * n) * GROUP;
        turn(a, ip, iq, cosine, sine, matters);
      }
      turn(v, at + (i + p * n) * GROUP, at + (i + q * n) * GROUP, cosine, sine, matters);
    }
    return true;
  }

  private static void turn(
      double[] values,
      int xAt,
      int yAt,
      DoubleVector cosine,
      DoubleVector sine,
      VectorMask<Double> matters) {
    DoubleVector x = DoubleVector.fromArray(SPECIES, values, xAt);
    DoubleVector y = DoubleVector.fromArray(SPECIES, values, yAt);
    x.blend(cosine.mul(x).sub(sine.mul(y)), matters).intoArray(values, xAt);
    y.blend(sine.mul(x).add(cosine.mul(y)), matters).intoArray(values, yAt);
  }
}
