// float twin: generated
package org.infimum.linalg.array;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.DoubleLanes;
import org.infimum.linalg.machine.Species;

/** The kernels on the Vector API. */
final class DoubleVectorSoftmaxKernels implements DoubleSoftmaxKernels {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
  private static final int LANES = SPECIES.length();
  private static final DoubleScalarSoftmaxKernels TAIL = new DoubleScalarSoftmaxKernels();

  /** Compares rather than takes maxima, for those would look after NaN at thrice the cost. */
  @Override
  public double largest(double[] x, int from, int to) {
    DoubleVector m0 = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
    DoubleVector m1 = m0;
    DoubleVector m2 = m0;
    DoubleVector m3 = m0;
    int i = from;
    for (; i <= to - 4 * LANES; i += 4 * LANES) {
      DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, i + LANES);
      DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, i + 2 * LANES);
      DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, i + 3 * LANES);
      m0 = m0.blend(x0, x0.compare(VectorOperators.GT, m0));
      m1 = m1.blend(x1, x1.compare(VectorOperators.GT, m1));
      m2 = m2.blend(x2, x2.compare(VectorOperators.GT, m2));
      m3 = m3.blend(x3, x3.compare(VectorOperators.GT, m3));
    }
    double largest = m0.max(m1).max(m2.max(m3)).reduceLanes(VectorOperators.MAX);
    double rest = TAIL.largest(x, i, to);
    return rest > largest ? rest : largest;
  }

  @Override
  public double sumExp(double[] x, int from, int to, double shift) {
    DoubleVector m = DoubleVector.broadcast(SPECIES, shift);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      sum = sum.add(DoubleVectorExp.ofNonpositive(DoubleVector.fromArray(SPECIES, x, i).sub(m)));
    }
    return DoubleLanes.sum(sum) + TAIL.sumExp(x, i, to, shift);
  }

  @Override
  public double sumExpUpTo(double[] x, int from, int to, double shift, double threshold) {
    DoubleVector m = DoubleVector.broadcast(SPECIES, shift);
    DoubleVector t = DoubleVector.broadcast(SPECIES, threshold);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    VectorMask<Double> above = SPECIES.maskAll(false);
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
      above = above.or(v.compare(VectorOperators.GT, t));
      sum = sum.add(DoubleVectorExp.ofNonpositive(v.sub(m)));
    }
    double rest = TAIL.sumExpUpTo(x, i, to, shift, threshold);
    double whole = DoubleLanes.sum(sum) + Math.abs(rest);
    return above.anyTrue() ? -whole : Math.copySign(whole, rest);
  }

  @Override
  public double storeExp(double[] x, int from, int to, double shift, double[] y, int yAt) {
    DoubleVector m = DoubleVector.broadcast(SPECIES, shift);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector term =
          DoubleVectorExp.ofNonpositive(DoubleVector.fromArray(SPECIES, x, i).sub(m));
      term.intoArray(y, yAt + i - from);
      sum = sum.add(term);
    }
    return DoubleLanes.sum(sum) + TAIL.storeExp(x, i, to, shift, y, yAt + i - from);
  }

  @Override
  public void scaledExp(
      double[] x, int from, int to, double shift, double factor, double[] y, int yAt) {
    DoubleVector m = DoubleVector.broadcast(SPECIES, shift);
    DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVectorExp.ofNonpositive(DoubleVector.fromArray(SPECIES, x, i).sub(m))
          .mul(f)
          .intoArray(y, yAt + i - from);
    }
    TAIL.scaledExp(x, i, to, shift, factor, y, yAt + i - from);
  }

  @Override
  public void scale(double[] y, int from, int to, double factor) {
    DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector.fromArray(SPECIES, y, i).mul(f).intoArray(y, i);
    }
    TAIL.scale(y, i, to, factor);
  }

  @Override
  public int firstAbove(double[] x, int from, int to, double threshold) {
    DoubleVector t = DoubleVector.broadcast(SPECIES, threshold);
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      VectorMask<Double> above =
          DoubleVector.fromArray(SPECIES, x, i).compare(VectorOperators.GT, t);
      if (above.anyTrue()) {
        return i + above.firstTrue();
      }
    }
    return TAIL.firstAbove(x, i, to, threshold);
  }

  @Override
  public int firstLarger(double[] x, int from, int to, double threshold) {
    DoubleVector t = DoubleVector.broadcast(SPECIES, threshold);
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      VectorMask<Double> larger =
          DoubleVector.fromArray(SPECIES, x, i).abs().compare(VectorOperators.GT, t);
      if (larger.anyTrue()) {
        return i + larger.firstTrue();
      }
    }
    return TAIL.firstLarger(x, i, to, threshold);
  }
}
