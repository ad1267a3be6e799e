package org.infimum.examples;

import static org.infimum.convex.model.Atoms.logDet;
import static org.infimum.convex.model.Atoms.norm2;

import java.io.IOException;
import java.util.Arrays;
import org.infimum.convex.model.Expression;
import org.infimum.convex.model.Model;
import org.infimum.convex.model.Solution;
import org.infimum.convex.model.Variable;
import org.infimum.plot.Axis;
import org.infimum.plot.Figure;
import org.infimum.plot.LinePlot;
import org.infimum.plot.Series;

/**
 * The smallest ellipse {@code {z : ||Az + b|| <= 1}} around points, as a semidefinite program that
 * maximizes {@code log det A} (Boyd and Vandenberghe, "Convex optimization", section 8.4.1). The
 * points are the 47 stars of the cluster CYG OB1 in the Hertzsprung-Russell diagram (Rousseeuw and
 * Leroy, "Robust regression and outlier detection", 1987, p. 27); leaving out the four giants shows
 * how much they stretch it.
 */
public final class StarEllipse {
  /** Logarithm of the surface temperature, logarithm of the light intensity. */
  static final double[][] STARS = {
    {4.37, 5.23}, {4.56, 5.74}, {4.26, 4.93}, {4.56, 5.74}, {4.30, 5.19}, {4.46, 5.46},
    {3.84, 4.65}, {4.57, 5.27}, {4.26, 5.57}, {4.37, 5.12}, {3.49, 5.73}, {4.43, 5.45},
    {4.48, 5.42}, {4.01, 4.05}, {4.29, 4.26}, {4.42, 4.58}, {4.23, 3.94}, {4.42, 4.18},
    {4.23, 4.18}, {3.49, 5.89}, {4.29, 4.38}, {4.29, 4.22}, {4.42, 4.42}, {4.49, 4.85},
    {4.38, 5.02}, {4.42, 4.66}, {4.29, 4.66}, {4.38, 4.90}, {4.22, 4.39}, {3.48, 6.05},
    {4.38, 4.42}, {4.56, 5.10}, {4.45, 5.22}, {3.49, 6.29}, {4.23, 4.34}, {4.62, 5.62},
    {4.53, 5.10}, {4.45, 5.22}, {4.53, 5.18}, {4.43, 5.57}, {4.38, 4.62}, {4.45, 5.06},
    {4.50, 5.34}, {4.45, 5.34}, {4.55, 5.54}, {4.45, 4.98}, {4.42, 4.50}
  };

  /** Stars below this temperature are the giants. */
  private static final double GIANT = 3.6;

  /**
   * An ellipse {@code {z : ||Az + b|| <= 1}}.
   *
   * @param a symmetric positive definite, by rows
   */
  record Ellipse(double[][] a, double[] b, double logDet) {
    double area() {
      return Math.PI * Math.exp(-logDet);
    }

    /** {@code ||Az + b||}. */
    double radius(double[] z) {
      return Math.hypot(
          a[0][0] * z[0] + a[0][1] * z[1] + b[0], a[1][0] * z[0] + a[1][1] * z[1] + b[1]);
    }

    Series outline(String name) {
      int n = 200;
      double[] x = new double[n + 1];
      double[] y = new double[n + 1];
      double determinant = a[0][0] * a[1][1] - a[0][1] * a[1][0];
      for (int i = 0; i <= n; i++) {
        double u = Math.cos(2.0 * Math.PI * i / n) - b[0];
        double v = Math.sin(2.0 * Math.PI * i / n) - b[1];
        x[i] = (a[1][1] * u - a[0][1] * v) / determinant;
        y[i] = (a[0][0] * v - a[1][0] * u) / determinant;
      }
      return Series.line(name, x, y);
    }
  }

  private StarEllipse() {}

  static Ellipse around(double[][] points) {
    Model m = Model.create("ellipse");
    Variable a = m.symmetric("A", 2);
    Variable b = m.variable("b", 2);
    m.maximize(logDet(a));
    for (double[] point : points) {
      m.subjectTo(norm2(a.mul(Expression.constant(point)).plus(b)).le(1.0));
    }
    Solution s = m.solve();
    return new Ellipse(s.matrix(a), s.value(b), s.objective());
  }

  static double[][] mainSequence() {
    return Arrays.stream(STARS).filter(star -> star[0] > GIANT).toArray(double[][]::new);
  }

  private static double[] coordinate(int axis) {
    return Arrays.stream(STARS).mapToDouble(star -> star[axis]).toArray();
  }

  static Figure plot() {
    return new LinePlot(
            "Smallest ellipses around the stars of CYG OB1",
            Axis.linear("log temperature"),
            Axis.linear("log light intensity"))
        .with(Series.points("stars", coordinate(0), coordinate(1)))
        .with(around(STARS).outline("all 47"))
        .with(around(mainSequence()).outline("without giants"));
  }

  /** Prints the two areas and writes the plot. */
  public static void main(String[] arguments) throws IOException {
    System.out.printf("area around all stars   %.4f%n", around(STARS).area());
    System.out.printf("area without the giants %.4f%n", around(mainSequence()).area());
    Plots.write(plot(), "star-ellipse", arguments);
  }
}
