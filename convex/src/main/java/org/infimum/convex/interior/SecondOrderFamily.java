package org.infimum.convex.interior;

import java.util.List;

/**
 * Second-order cones with Nesterov-Todd scaling (Vandenberghe 2010, "The CVXOPT linear and
 * quadratic cone program solvers", section 4.2): {@code E = W^2 = eta^2 (2 w w' - J)} with {@code
 * w'Jw = 1}, {@code J = diag(1, -1, ..., -1)}. All cones lie in one structure of arrays.
 *
 * <p>For the Newton matrix, {@code E = eta^2 (D + u u' - v v')} with {@code D = diag(d, 1, ...,
 * 1)}, {@code u = (u0, u1 w_1)} and {@code v = (0, v1 w_1)} (Domahidi, Chu and Boyd 2013, section
 * III): two more columns instead of a dense block.
 */
final class SecondOrderFamily implements ConeFamily {
  private final int cones;

  /** Offsets of the cones in the vectors of all curved cones, and the end of the last. */
  final int[] start;

  /** eta^2 of each cone. */
  final double[] etaSquared;

  /** The scaling points w, at the places of the cones' rows less the first cone's. */
  final double[] w;

  private final double[] eta;
  private final double[] lambda;
  private final double[] scaledDs;
  private final double[] scaledDz;

  SecondOrderFamily(List<ConeLayout.Block> blocks, int firstRow) {
    cones = blocks.size();
    start = new int[cones + 1];
    for (int k = 0; k < cones; k++) {
      start[k] = blocks.get(k).begin() - firstRow;
      start[k + 1] = blocks.get(k).end() - firstRow;
    }
    int length = start[cones] - start[0];
    etaSquared = new double[cones];
    eta = new double[cones];
    w = new double[length];
    lambda = new double[length];
    scaledDs = new double[length];
    scaledDz = new double[length];
  }

  int cones() {
    return cones;
  }

  @Override
  public int degree() {
    return cones;
  }

  @Override
  public boolean isSymmetric() {
    return true;
  }

  @Override
  public void startAtUnit(double[] s, double[] z) {
    for (int k = 0; k < cones; k++) {
      for (int i = start[k]; i < start[k + 1]; i++) {
        s[i] = 0.0;
        z[i] = 0.0;
      }
      s[start[k]] = 1.0;
      z[start[k]] = 1.0;
    }
  }

  @Override
  public double margin(double[] v) {
    double margin = Double.POSITIVE_INFINITY;
    for (int k = 0; k < cones; k++) {
      margin = Math.min(margin, v[start[k]] - tailNorm(v, start[k], start[k + 1]));
    }
    return margin;
  }

  @Override
  public void addIdentity(double[] v, double factor) {
    for (int k = 0; k < cones; k++) {
      v[start[k]] += factor;
    }
  }

  @Override
  public boolean updateScaling(double[] s, double[] z, double mu, boolean dual) {
    int shift = start[0];
    for (int k = 0; k < cones; k++) {
      int b = start[k];
      int e = start[k + 1];
      double sj = form(s, b, e);
      double zj = form(z, b, e);
      if (!(sj > 0.0 && zj > 0.0)) {
        return false;
      }
      double sRoot = Math.sqrt(sj);
      double zRoot = Math.sqrt(zj);
      double inner = 0.0;
      for (int i = b; i < e; i++) {
        inner += s[i] * z[i];
      }
      double gamma = Math.sqrt(0.5 * (1.0 + inner / (sRoot * zRoot)));
      double half = 0.5 / gamma;
      double tail = 0.0;
      for (int i = b + 1; i < e; i++) {
        double component = half * (s[i] / sRoot - z[i] / zRoot);
        w[i - shift] = component;
        tail += component * component;
      }
      // w'Jw = 1 holds exactly this way
      w[b - shift] = Math.sqrt(1.0 + tail);
      etaSquared[k] = sRoot / zRoot;
      eta[k] = Math.sqrt(etaSquared[k]);
      if (!(eta[k] > 0.0 && eta[k] < Double.POSITIVE_INFINITY)) {
        return false;
      }
    }
    scale(z, lambda, shift, false);
    return true;
  }

  /** {@code out = W in}, or {@code W^-1 in}; out begins at the family's first row. */
  private void scale(double[] in, double[] out, int shift, boolean inverse) {
    for (int k = 0; k < cones; k++) {
      int b = start[k];
      int e = start[k + 1];
      double w0 = w[b - shift];
      double tail = 0.0;
      for (int i = b + 1; i < e; i++) {
        tail += w[i - shift] * in[i];
      }
      double factor = inverse ? 1.0 / eta[k] : eta[k];
      double head = in[b];
      double sign = inverse ? -1.0 : 1.0;
      out[b - shift] = factor * (w0 * head + sign * tail);
      double along = sign * head + tail / (1.0 + w0);
      for (int i = b + 1; i < e; i++) {
        out[i - shift] = factor * (in[i] + along * w[i - shift]);
      }
    }
  }

  @Override
  public void multiply(double[] in, double[] out) {
    int shift = start[0];
    for (int k = 0; k < cones; k++) {
      int b = start[k];
      int e = start[k + 1];
      double inner = 0.0;
      for (int i = b; i < e; i++) {
        inner += w[i - shift] * in[i];
      }
      inner *= 2.0;
      double factor = etaSquared[k];
      out[b] = factor * (inner * w[b - shift] - in[b]);
      for (int i = b + 1; i < e; i++) {
        out[i] = factor * (inner * w[i - shift] + in[i]);
      }
    }
  }

  @Override
  public void diagonal(double[] out) {
    int shift = start[0];
    for (int k = 0; k < cones; k++) {
      for (int i = start[k]; i < start[k + 1]; i++) {
        double wi = w[i - shift];
        out[i] = etaSquared[k] * (2.0 * wi * wi + (i == start[k] ? -1.0 : 1.0));
      }
    }
  }

  @Override
  public void block(int cone, double[] packed) {
    int b = start[cone] - start[0];
    int dimension = start[cone + 1] - start[cone];
    int at = 0;
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        double unit = i == j ? (i == 0 ? -1.0 : 1.0) : 0.0;
        packed[at++] = etaSquared[cone] * (2.0 * w[b + i] * w[b + j] + unit);
      }
    }
  }

  @Override
  public void targetAffine(double[] s, double[] target) {
    System.arraycopy(s, start[0], target, start[0], start[cones] - start[0]);
  }

  /** {@code target = s + W (lambda \ (correction (W^-1 ds) o (W dz) - sigmaMu e))}. */
  @Override
  public void targetCombined(
      double[] s,
      double[] z,
      double[] ds,
      double[] dz,
      double sigmaMu,
      double correction,
      double[] target) {
    int shift = start[0];
    scale(ds, scaledDs, shift, true);
    scale(dz, scaledDz, shift, false);
    for (int k = 0; k < cones; k++) {
      int b = start[k] - shift;
      int e = start[k + 1] - shift;
      double product = 0.0;
      for (int i = b; i < e; i++) {
        product += scaledDs[i] * scaledDz[i];
      }
      double ds0 = scaledDs[b];
      double dz0 = scaledDz[b];
      // (ds o dz), then the division by lambda, both in place of ds
      double head = correction * product - sigmaMu;
      double lambdaTail = 0.0;
      double inner = 0.0;
      for (int i = b + 1; i < e; i++) {
        scaledDs[i] = correction * (ds0 * scaledDz[i] + dz0 * scaledDs[i]);
        lambdaTail += lambda[i] * lambda[i];
        inner += lambda[i] * scaledDs[i];
      }
      double lambda0 = lambda[b];
      double root = Math.sqrt(lambdaTail);
      double determinant = (lambda0 - root) * (lambda0 + root);
      double first = (lambda0 * head - inner) / determinant;
      for (int i = b + 1; i < e; i++) {
        scaledDs[i] = (scaledDs[i] - first * lambda[i]) / lambda0;
      }
      scaledDs[b] = first;
    }
    for (int k = 0; k < cones; k++) {
      int b = start[k];
      int e = start[k + 1];
      double w0 = w[b - shift];
      double tail = 0.0;
      for (int i = b + 1; i < e; i++) {
        tail += w[i - shift] * scaledDs[i - shift];
      }
      double head = scaledDs[b - shift];
      target[b] = s[b] + eta[k] * (w0 * head + tail);
      double along = head + tail / (1.0 + w0);
      for (int i = b + 1; i < e; i++) {
        target[i] = s[i] + eta[k] * (scaledDs[i - shift] + along * w[i - shift]);
      }
    }
  }

  @Override
  public double largestStep(double[] s, double[] z, double[] ds, double[] dz, double limit) {
    double step = limit;
    for (int k = 0; k < cones; k++) {
      step = largestStep(s, ds, start[k], start[k + 1], step);
      step = largestStep(z, dz, start[k], start[k + 1], step);
    }
    return step;
  }

  /** The first root of {@code (v + step d)'J(v + step d)}, or where the head turns negative. */
  private static double largestStep(double[] v, double[] d, int begin, int end, double limit) {
    double a = form(d, begin, end);
    double b = v[begin] * d[begin];
    for (int i = begin + 1; i < end; i++) {
      b -= v[i] * d[i];
    }
    double c = Math.max(0.0, form(v, begin, end));
    double step = limit;
    double discriminant = b * b - a * c;
    if (a < 0.0 || (b < 0.0 && discriminant >= 0.0)) {
      // the smaller positive root of a t^2 + 2 b t + c, without cancellation
      double root = Math.sqrt(Math.max(0.0, discriminant));
      double t = b < 0.0 ? c / (root - b) : -(b + root) / a;
      if (t >= 0.0) {
        step = Math.min(step, t);
      }
    }
    if (v[begin] + step * d[begin] < 0.0) {
      step = Math.min(step, -v[begin] / d[begin]);
    }
    return step;
  }

  @Override
  public boolean isCentral(
      double[] s, double[] z, double[] ds, double[] dz, double step, double mu) {
    return true;
  }

  /** {@code v'Jv} as a product of two factors, which keeps its digits near the boundary. */
  private static double form(double[] v, int begin, int end) {
    double tail = tailNorm(v, begin, end);
    return (v[begin] - tail) * (v[begin] + tail);
  }

  private static double tailNorm(double[] v, int begin, int end) {
    double sum = 0.0;
    for (int i = begin + 1; i < end; i++) {
      sum += v[i] * v[i];
    }
    return Math.sqrt(sum);
  }
}
