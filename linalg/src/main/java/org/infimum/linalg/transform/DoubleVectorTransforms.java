// float twin: generated
package org.infimum.linalg.transform;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.Species;

/** The kernels on the Vector API. */
final class DoubleVectorTransforms implements DoubleTransformKernels {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
  private static final int LANES = SPECIES.length();
  private static final DoubleScalarTransforms SCALAR = new DoubleScalarTransforms();

  /** Lane i takes its partner i xor h, and itself with the sign of the butterfly. */
  private static final VectorShuffle<Double> PARTNER_1 = partner(1);

  private static final VectorShuffle<Double> PARTNER_2 = partner(2);
  private static final VectorShuffle<Double> PARTNER_4 = partner(4);
  private static final VectorShuffle<Double> PARTNER_8 = partner(8);
  private static final DoubleVector SIGN_1 = sign(1);
  private static final DoubleVector SIGN_2 = sign(2);
  private static final DoubleVector SIGN_4 = sign(4);
  private static final DoubleVector SIGN_8 = sign(8);

  private static VectorShuffle<Double> partner(int h) {
    return VectorShuffle.fromOp(SPECIES, i -> h < LANES ? i ^ h : i);
  }

  private static DoubleVector sign(int h) {
    double[] sign = new double[LANES];
    for (int i = 0; i < LANES; i++) {
      sign[i] = (i & h) == 0 ? 1.0 : -1.0;
    }
    return DoubleVector.fromArray(SPECIES, sign, 0);
  }

  @Override
  public void hadamard(int n, double[] x, int at) {
    if (n < LANES) {
      SCALAR.hadamard(n, x, at);
      return;
    }
    int length = n;
    for (; length >= 4 * LANES; length /= 4) {
      for (int b = 0; b < n; b += length) {
        quarters(length / 4, x, at + b);
      }
    }
    if (length == 2 * LANES) {
      halves(n, x, at);
    }
    for (int i = at; i < at + n; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
      v = v.fma(SIGN_1, v.rearrange(PARTNER_1));
      if (LANES > 2) {
        v = v.fma(SIGN_2, v.rearrange(PARTNER_2));
      }
      if (LANES > 4) {
        v = v.fma(SIGN_4, v.rearrange(PARTNER_4));
      }
      if (LANES > 8) {
        v = v.fma(SIGN_8, v.rearrange(PARTNER_8));
      }
      v.intoArray(x, i);
    }
  }

  private static void halves(int n, double[] x, int at) {
    for (int i = at; i < at + n; i += 2 * LANES) {
      DoubleVector a = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector b = DoubleVector.fromArray(SPECIES, x, i + LANES);
      a.add(b).intoArray(x, i);
      a.sub(b).intoArray(x, i + LANES);
    }
  }

  @Override
  public void quarters(int quarter, double[] x, int at) {
    for (int i = at; i < at + quarter; i += LANES) {
      DoubleVector a = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector b = DoubleVector.fromArray(SPECIES, x, i + quarter);
      DoubleVector c = DoubleVector.fromArray(SPECIES, x, i + 2 * quarter);
      DoubleVector d = DoubleVector.fromArray(SPECIES, x, i + 3 * quarter);
      DoubleVector s = a.add(c);
      DoubleVector t = b.add(d);
      DoubleVector u = a.sub(c);
      DoubleVector v = b.sub(d);
      s.add(t).intoArray(x, i);
      s.sub(t).intoArray(x, i + quarter);
      u.add(v).intoArray(x, i + 2 * quarter);
      u.sub(v).intoArray(x, i + 3 * quarter);
    }
  }

  @Override
  public void radix2(
      int length, int width, DoubleComplexArrays arrays, DoubleRootTable roots, int step) {
    int whole = SPECIES.loopBound(width);
    for (int p = 0; p < length / 2; p++) {
      double wRe = roots.re[p * step];
      double wIm = roots.im[p * step];
      pairs(length, width, whole, arrays, p, wRe, wIm);
      DoubleScalarTransforms.radix2(length, width, arrays, p, whole, wRe, wIm);
    }
  }

  private static void pairs(
      int length, int width, int whole, DoubleComplexArrays arrays, int p, double re, double im) {
    double[] xRe = arrays.xRe;
    double[] xIm = arrays.xIm;
    double[] yRe = arrays.yRe;
    double[] yIm = arrays.yIm;
    DoubleVector wRe = DoubleVector.broadcast(SPECIES, re);
    DoubleVector wIm = DoubleVector.broadcast(SPECIES, im);
    int in = arrays.xAt + p * width;
    int other = in + length / 2 * width;
    int out = arrays.yAt + 2 * p * width;
    for (int q = 0; q < whole; q += LANES) {
      DoubleVector aRe = DoubleVector.fromArray(SPECIES, xRe, in + q);
      DoubleVector aIm = DoubleVector.fromArray(SPECIES, xIm, in + q);
      DoubleVector bRe = DoubleVector.fromArray(SPECIES, xRe, other + q);
      DoubleVector bIm = DoubleVector.fromArray(SPECIES, xIm, other + q);
      aRe.add(bRe).intoArray(yRe, out + q);
      aIm.add(bIm).intoArray(yIm, out + q);
      DoubleVector dRe = aRe.sub(bRe);
      DoubleVector dIm = aIm.sub(bIm);
      dRe.fma(wRe, dIm.mul(wIm).neg()).intoArray(yRe, out + width + q);
      dRe.fma(wIm, dIm.mul(wRe)).intoArray(yIm, out + width + q);
    }
  }

  @Override
  public void radix4(
      int length, int width, DoubleComplexArrays arrays, DoubleRootTable roots, int step) {
    int whole = SPECIES.loopBound(width);
    for (int p = 0; p < length / 4; p++) {
      fours(length, width, whole, arrays, p, roots, p * step);
      DoubleScalarTransforms.radix4(length, width, arrays, p, whole, roots, step);
    }
  }

  private static void fours(
      int length,
      int width,
      int whole,
      DoubleComplexArrays arrays,
      int p,
      DoubleRootTable roots,
      int w) {
    double[] xRe = arrays.xRe;
    double[] xIm = arrays.xIm;
    double[] yRe = arrays.yRe;
    double[] yIm = arrays.yIm;
    DoubleVector w1Re = DoubleVector.broadcast(SPECIES, roots.re[w]);
    DoubleVector w1Im = DoubleVector.broadcast(SPECIES, roots.im[w]);
    DoubleVector w2Re = DoubleVector.broadcast(SPECIES, roots.re[2 * w]);
    DoubleVector w2Im = DoubleVector.broadcast(SPECIES, roots.im[2 * w]);
    DoubleVector w3Re = DoubleVector.broadcast(SPECIES, roots.re[3 * w]);
    DoubleVector w3Im = DoubleVector.broadcast(SPECIES, roots.im[3 * w]);
    int gap = length / 4 * width;
    int in = arrays.xAt + p * width;
    int out = arrays.yAt + 4 * p * width;
    for (int q = 0; q < whole; q += LANES) {
      int i = in + q;
      DoubleVector aRe = DoubleVector.fromArray(SPECIES, xRe, i);
      DoubleVector aIm = DoubleVector.fromArray(SPECIES, xIm, i);
      DoubleVector bRe = DoubleVector.fromArray(SPECIES, xRe, i + gap);
      DoubleVector bIm = DoubleVector.fromArray(SPECIES, xIm, i + gap);
      DoubleVector cRe = DoubleVector.fromArray(SPECIES, xRe, i + 2 * gap);
      DoubleVector cIm = DoubleVector.fromArray(SPECIES, xIm, i + 2 * gap);
      DoubleVector dRe = DoubleVector.fromArray(SPECIES, xRe, i + 3 * gap);
      DoubleVector dIm = DoubleVector.fromArray(SPECIES, xIm, i + 3 * gap);
      DoubleVector sRe = aRe.add(cRe);
      DoubleVector sIm = aIm.add(cIm);
      DoubleVector tRe = bRe.add(dRe);
      DoubleVector tIm = bIm.add(dIm);
      sRe.add(tRe).intoArray(yRe, out + q);
      sIm.add(tIm).intoArray(yIm, out + q);
      DoubleVector uRe = sRe.sub(tRe);
      DoubleVector uIm = sIm.sub(tIm);
      int second = out + 2 * width + q;
      uRe.fma(w2Re, uIm.mul(w2Im).neg()).intoArray(yRe, second);
      uRe.fma(w2Im, uIm.mul(w2Re)).intoArray(yIm, second);
      DoubleVector mRe = aRe.sub(cRe);
      DoubleVector mIm = aIm.sub(cIm);
      DoubleVector eRe = bRe.sub(dRe);
      DoubleVector eIm = bIm.sub(dIm);
      DoubleVector vRe = mRe.add(eIm);
      DoubleVector vIm = mIm.sub(eRe);
      int first = out + width + q;
      vRe.fma(w1Re, vIm.mul(w1Im).neg()).intoArray(yRe, first);
      vRe.fma(w1Im, vIm.mul(w1Re)).intoArray(yIm, first);
      DoubleVector zRe = mRe.sub(eIm);
      DoubleVector zIm = mIm.add(eRe);
      int third = out + 3 * width + q;
      zRe.fma(w3Re, zIm.mul(w3Im).neg()).intoArray(yRe, third);
      zRe.fma(w3Im, zIm.mul(w3Re)).intoArray(yIm, third);
    }
  }

  @Override
  public void radix(
      int radix,
      int length,
      int width,
      DoubleComplexArrays arrays,
      DoubleRootTable roots,
      int step) {
    int whole = SPECIES.loopBound(width);
    for (int p = 0; p < length / radix; p++) {
      for (int k = 0; k < radix; k++) {
        for (int q = 0; q < whole; q += LANES) {
          combine(radix, length, width, arrays, p, k, q, roots, step);
        }
        DoubleScalarTransforms.radix(radix, length, width, arrays, p, k, whole, roots, step);
      }
    }
  }

  private static void combine(
      int radix,
      int length,
      int width,
      DoubleComplexArrays arrays,
      int p,
      int k,
      int q,
      DoubleRootTable roots,
      int step) {
    int gap = length / radix * width;
    int root = roots.n / radix;
    int in = arrays.xAt + p * width + q;
    DoubleVector re = DoubleVector.fromArray(SPECIES, arrays.xRe, in);
    DoubleVector im = DoubleVector.fromArray(SPECIES, arrays.xIm, in);
    int w = 0;
    for (int j = 1; j < radix; j++) {
      w = w + k * root < roots.n ? w + k * root : w + k * root - roots.n;
      DoubleVector xRe = DoubleVector.fromArray(SPECIES, arrays.xRe, in + j * gap);
      DoubleVector xIm = DoubleVector.fromArray(SPECIES, arrays.xIm, in + j * gap);
      DoubleVector c = DoubleVector.broadcast(SPECIES, roots.re[w]);
      DoubleVector s = DoubleVector.broadcast(SPECIES, roots.im[w]);
      re = xRe.fma(c, re.sub(xIm.mul(s)));
      im = xRe.fma(s, xIm.fma(c, im));
    }
    double wRe = roots.re[p * k * step];
    double wIm = roots.im[p * k * step];
    int out = arrays.yAt + (radix * p + k) * width + q;
    re.mul(wRe).sub(im.mul(wIm)).intoArray(arrays.yRe, out);
    re.mul(wIm).add(im.mul(wRe)).intoArray(arrays.yIm, out);
  }
}
