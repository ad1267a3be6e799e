// float twin: generated
package org.infimum.linalg.array;

/** The kernels in plain Java. */
final class DoubleScalarArrayKernels implements DoubleArrayKernels {
  /** Chains of a sum, so that additions overlap. */
  private static final int CHAINS = 4;

  @Override
  public double dot(int n, double[] x, int xAt, double[] y, int yAt) {
    double s0 = 0.0;
    double s1 = 0.0;
    double s2 = 0.0;
    double s3 = 0.0;
    int i = 0;
    for (; i <= n - CHAINS; i += CHAINS) {
      s0 = Math.fma(x[xAt + i], y[yAt + i], s0);
      s1 = Math.fma(x[xAt + i + 1], y[yAt + i + 1], s1);
      s2 = Math.fma(x[xAt + i + 2], y[yAt + i + 2], s2);
      s3 = Math.fma(x[xAt + i + 3], y[yAt + i + 3], s3);
    }
    for (; i < n; i++) {
      s0 = Math.fma(x[xAt + i], y[yAt + i], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void axpy(int n, double a, double[] x, int xAt, double[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Math.fma(a, x[xAt + i], y[yAt + i]);
    }
  }

  @Override
  public void scale(int n, double a, double[] x, int at) {
    for (int i = at; i < at + n; i++) {
      x[i] *= a;
    }
  }

  @Override
  public double sum(int n, double[] x, int at) {
    double s0 = 0.0;
    double s1 = 0.0;
    double s2 = 0.0;
    double s3 = 0.0;
    int i = at;
    for (; i <= at + n - CHAINS; i += CHAINS) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < at + n; i++) {
      s0 += x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double absoluteSum(int n, double[] x, int at) {
    double even = 0.0;
    double odd = 0.0;
    int i = at;
    for (; i <= at + n - 2; i += 2) {
      even += Math.abs(x[i]);
      odd += Math.abs(x[i + 1]);
    }
    for (; i < at + n; i++) {
      even += Math.abs(x[i]);
    }
    return even + odd;
  }

  @Override
  public double sumOfSquares(int n, double a, double[] x, int at) {
    double even = 0.0;
    double odd = 0.0;
    int i = at;
    for (; i <= at + n - 2; i += 2) {
      double first = a * x[i];
      double second = a * x[i + 1];
      even = Math.fma(first, first, even);
      odd = Math.fma(second, second, odd);
    }
    for (; i < at + n; i++) {
      double last = a * x[i];
      even = Math.fma(last, last, even);
    }
    return even + odd;
  }

  @Override
  public double max(int n, double[] x, int at) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = at; i < at + n; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }

  @Override
  public double maxMagnitude(int n, double[] x, int at) {
    double max = 0.0;
    for (int i = at; i < at + n; i++) {
      max = Math.max(max, Math.abs(x[i]));
    }
    return max;
  }

  @Override
  public int find(int n, double value, double[] x, int at) {
    boolean number = !Double.isNaN(value);
    for (int i = 0; i < n; i++) {
      if (number ? x[at + i] == value : Double.isNaN(x[at + i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void exp(int n, double[] x, int xAt, double[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = DoubleExp.exp(x[xAt + i]);
    }
  }

  @Override
  public void compensatedSum(int n, double[] x, int at, double[] out) {
    double sum = 0.0;
    double error = 0.0;
    for (int i = at; i < at + n; i++) {
      double next = sum + x[i];
      double part = next - sum;
      error += (sum - (next - part)) + (x[i] - part);
      sum = next;
    }
    out[0] = sum;
    out[1] = error;
  }

  @Override
  public void compensatedDot(int n, double[] x, int xAt, double[] y, int yAt, double[] out) {
    double sum = 0.0;
    double error = 0.0;
    for (int i = 0; i < n; i++) {
      double product = x[xAt + i] * y[yAt + i];
      double low = Math.fma(x[xAt + i], y[yAt + i], -product);
      double next = sum + product;
      double part = next - sum;
      error += ((sum - (next - part)) + (product - part)) + low;
      sum = next;
    }
    out[0] = sum;
    out[1] = error;
  }
}
