// float twin: generated
package org.infimum.linalg.spectral;

/** The kernels as plain loops. */
final class DoubleScalarColumns implements DoubleColumnKernels {
  @Override
  public void addSymmetric(
      int n,
      int from,
      int to,
      double[] a,
      int at,
      int stride,
      double[] x,
      int xAt,
      double[] y,
      int yAt) {
    for (int c = from; c < to; c++) {
      int column = at + c * stride;
      double factor = x[xAt + c];
      double sum = a[column + c] * factor;
      for (int r = c + 1; r < n; r++) {
        double entry = a[column + r];
        y[yAt + r] += entry * factor;
        sum += entry * x[xAt + r];
      }
      y[yAt + c] += sum;
    }
  }

  @Override
  public void addProduct(
      int rows,
      int columns,
      double alpha,
      double[] a,
      int at,
      int stride,
      double[] x,
      int xAt,
      int xStep,
      double[] y,
      int yAt) {
    for (int c = 0; c < columns; c++) {
      addScaled(rows, alpha * x[xAt + c * xStep], a, at + c * stride, y, yAt);
    }
  }

  @Override
  public void transposedProduct(
      int rows,
      int columns,
      double[] a,
      int at,
      int stride,
      double[] x,
      int xAt,
      double[] y,
      int yAt) {
    for (int c = 0; c < columns; c++) {
      y[yAt + c] = dot(rows, a, at + c * stride, x, xAt);
    }
  }

  @Override
  public double dot(int n, double[] x, int xAt, double[] y, int yAt) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[xAt + i] * y[yAt + i];
    }
    return sum;
  }

  @Override
  public void addScaled(int n, double alpha, double[] x, int xAt, double[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] += alpha * x[xAt + i];
    }
  }

  @Override
  public void rotate(int n, double[] x, int xAt, double[] y, int yAt, double c, double s) {
    for (int i = 0; i < n; i++) {
      double first = x[xAt + i];
      double second = y[yAt + i];
      x[xAt + i] = c * first + s * second;
      y[yAt + i] = c * second - s * first;
    }
  }
}
