// float twin: generated
package org.infimum.linalg.array;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.DoubleLanes;
import org.infimum.linalg.machine.Species;

/** The kernels on the Vector API. What is left of a vector at the end goes to the scalar twin. */
final class DoubleVectorArrayKernels implements DoubleArrayKernels {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
  private static final int LANES = SPECIES.length();
  private static final DoubleScalarArrayKernels TAIL = new DoubleScalarArrayKernels();

  @Override
  public double dot(int n, double[] x, int xAt, double[] y, int yAt) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i <= n - 4 * LANES; i += 4 * LANES) {
      int p = xAt + i;
      int q = yAt + i;
      s0 = load(x, p).fma(load(y, q), s0);
      s1 = load(x, p + LANES).fma(load(y, q + LANES), s1);
      s2 = load(x, p + 2 * LANES).fma(load(y, q + 2 * LANES), s2);
      s3 = load(x, p + 3 * LANES).fma(load(y, q + 3 * LANES), s3);
    }
    for (; i <= n - LANES; i += LANES) {
      s0 = load(x, xAt + i).fma(load(y, yAt + i), s0);
    }
    return total(s0, s1, s2, s3) + TAIL.dot(n - i, x, xAt + i, y, yAt + i);
  }

  @Override
  public void axpy(int n, double a, double[] x, int xAt, double[] y, int yAt) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, a);
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      factor.fma(load(x, xAt + i), load(y, yAt + i)).intoArray(y, yAt + i);
    }
    TAIL.axpy(n - i, a, x, xAt + i, y, yAt + i);
  }

  @Override
  public void scale(int n, double a, double[] x, int at) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, a);
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      load(x, at + i).mul(factor).intoArray(x, at + i);
    }
    TAIL.scale(n - i, a, x, at + i);
  }

  @Override
  public double sum(int n, double[] x, int at) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i <= n - 4 * LANES; i += 4 * LANES) {
      int p = at + i;
      s0 = s0.add(load(x, p));
      s1 = s1.add(load(x, p + LANES));
      s2 = s2.add(load(x, p + 2 * LANES));
      s3 = s3.add(load(x, p + 3 * LANES));
    }
    for (; i <= n - LANES; i += LANES) {
      s0 = s0.add(load(x, at + i));
    }
    return total(s0, s1, s2, s3) + TAIL.sum(n - i, x, at + i);
  }

  @Override
  public double absoluteSum(int n, double[] x, int at) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    int i = 0;
    for (; i <= n - 2 * LANES; i += 2 * LANES) {
      s0 = s0.add(load(x, at + i).abs());
      s1 = s1.add(load(x, at + i + LANES).abs());
    }
    return DoubleLanes.sum(s0.add(s1)) + TAIL.absoluteSum(n - i, x, at + i);
  }

  @Override
  public double sumOfSquares(int n, double a, double[] x, int at) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, a);
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    int i = 0;
    for (; i <= n - 2 * LANES; i += 2 * LANES) {
      DoubleVector x0 = load(x, at + i).mul(factor);
      DoubleVector x1 = load(x, at + i + LANES).mul(factor);
      s0 = x0.fma(x0, s0);
      s1 = x1.fma(x1, s1);
    }
    return DoubleLanes.sum(s0.add(s1)) + TAIL.sumOfSquares(n - i, a, x, at + i);
  }

  @Override
  public double max(int n, double[] x, int at) {
    DoubleVector m0 = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
    DoubleVector m1 = m0;
    int i = 0;
    for (; i <= n - 2 * LANES; i += 2 * LANES) {
      m0 = m0.max(load(x, at + i));
      m1 = m1.max(load(x, at + i + LANES));
    }
    return Math.max(m0.max(m1).reduceLanes(VectorOperators.MAX), TAIL.max(n - i, x, at + i));
  }

  @Override
  public double maxMagnitude(int n, double[] x, int at) {
    DoubleVector m0 = DoubleVector.zero(SPECIES);
    DoubleVector m1 = m0;
    int i = 0;
    for (; i <= n - 2 * LANES; i += 2 * LANES) {
      m0 = m0.max(load(x, at + i).abs());
      m1 = m1.max(load(x, at + i + LANES).abs());
    }
    return Math.max(
        m0.max(m1).reduceLanes(VectorOperators.MAX), TAIL.maxMagnitude(n - i, x, at + i));
  }

  @Override
  public int find(int n, double value, double[] x, int at) {
    boolean number = !Double.isNaN(value);
    DoubleVector sought = DoubleVector.broadcast(SPECIES, value);
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector v = load(x, at + i);
      VectorMask<Double> found =
          number ? v.compare(VectorOperators.EQ, sought) : v.compare(VectorOperators.NE, v);
      if (found.anyTrue()) {
        return i + found.firstTrue();
      }
    }
    int rest = TAIL.find(n - i, value, x, at + i);
    return rest < 0 ? rest : i + rest;
  }

  @Override
  public void exp(int n, double[] x, int xAt, double[] y, int yAt) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVectorExp.exp(load(x, xAt + i)).intoArray(y, yAt + i);
    }
    TAIL.exp(n - i, x, xAt + i, y, yAt + i);
  }

  @Override
  public void compensatedSum(int n, double[] x, int at, double[] out) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    DoubleVector error = sum;
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector v = load(x, at + i);
      DoubleVector next = sum.add(v);
      DoubleVector part = next.sub(sum);
      error = error.add(sum.sub(next.sub(part)).add(v.sub(part)));
      sum = next;
    }
    TAIL.compensatedSum(n - i, x, at + i, out);
    addLanes(sum, error, out);
  }

  @Override
  public void compensatedDot(int n, double[] x, int xAt, double[] y, int yAt, double[] out) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    DoubleVector error = sum;
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector u = load(x, xAt + i);
      DoubleVector v = load(y, yAt + i);
      DoubleVector product = u.mul(v);
      DoubleVector low = u.fma(v, product.neg());
      DoubleVector next = sum.add(product);
      DoubleVector part = next.sub(sum);
      error = error.add(sum.sub(next.sub(part)).add(product.sub(part)).add(low));
      sum = next;
    }
    TAIL.compensatedDot(n - i, x, xAt + i, y, yAt + i, out);
    addLanes(sum, error, out);
  }

  /** Adds the lanes to out[0] and their errors to out[1]. */
  private static void addLanes(DoubleVector sum, DoubleVector error, double[] out) {
    double[] lanes = new double[LANES + 1];
    double[] total = new double[2];
    sum.intoArray(lanes, 0);
    lanes[LANES] = out[0];
    TAIL.compensatedSum(LANES + 1, lanes, 0, total);
    out[0] = total[0];
    out[1] += total[1] + DoubleLanes.sum(error);
  }

  private static DoubleVector load(double[] x, int at) {
    return DoubleVector.fromArray(SPECIES, x, at);
  }

  private static double total(DoubleVector s0, DoubleVector s1, DoubleVector s2, DoubleVector s3) {
    return DoubleLanes.sum(s0.add(s1).add(s2.add(s3)));
  }
}
