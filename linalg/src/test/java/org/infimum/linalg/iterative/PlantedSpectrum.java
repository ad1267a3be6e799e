package org.infimum.linalg.iterative;

import java.util.Random;
import org.infimum.linalg.LinearOperator;

/**
 * A matrix U diag(values) V' of any shape with known singular values, U and V Householder
 * reflections; symmetric if they are the same.
 */
final class PlantedSpectrum implements LinearOperator {
  private final double[] left;
  private final double[] right;
  private final double[] values;

  private PlantedSpectrum(double[] left, double[] right, double[] values) {
    this.left = left;
    this.right = right;
    this.values = values;
  }

  static PlantedSpectrum symmetric(double[] eigenvalues, Random random) {
    double[] direction = unit(eigenvalues.length, random);
    return new PlantedSpectrum(direction, direction, eigenvalues);
  }

  static PlantedSpectrum rectangular(int rows, int columns, double[] values, Random random) {
    return new PlantedSpectrum(unit(rows, random), unit(columns, random), values);
  }

  private static double[] unit(int n, Random random) {
    double[] direction = random.doubles(n, -1.0, 1.0).toArray();
    Blas1.scale(n, 1.0 / Blas1.norm(n, direction), direction);
    return direction;
  }

  @Override
  public int rows() {
    return left.length;
  }

  @Override
  public int columns() {
    return right.length;
  }

  @Override
  public void apply(double[] x, double[] y) {
    multiply(right, x, left, y);
  }

  @Override
  public void applyTransposed(double[] x, double[] y) {
    multiply(left, x, right, y);
  }

  private void multiply(double[] first, double[] x, double[] second, double[] y) {
    double[] reflected = reflected(first, x);
    double[] scaled = new double[second.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * reflected[i];
    }
    double[] result = reflected(second, scaled);
    System.arraycopy(result, 0, y, 0, result.length);
  }

  private static double[] reflected(double[] direction, double[] x) {
    double[] result = x.clone();
    Blas1.axpy(x.length, -2.0 * Blas1.dot(x.length, direction, x), direction, result);
    return result;
  }
}
