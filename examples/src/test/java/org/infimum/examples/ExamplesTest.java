package org.infimum.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.infimum.convex.model.Solution;
import org.infimum.core.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples run, draw, and give what the literature or a second method says. */
class ExamplesTest {
  @TempDir Path folder;

  private interface Program {
    void main(String[] arguments) throws IOException;
  }

  private void assertDraws(Program program) throws IOException {
    Path file = folder.resolve("plot.svg");
    program.main(new String[] {file.toString()});
    assertTrue(Files.readString(file).startsWith("<svg"));
  }

  @Test
  void everyProgramRunsAndDraws() throws IOException {
    assertDraws(Portfolio::main);
    assertDraws(RobustRegression::main);
    assertDraws(StarEllipse::main);
    assertDraws(TenBarTruss::main);
    assertDraws(WolfsDice::main);
  }

  /** The coefficients in every textbook that has the data. */
  @Test
  void regressionGivesThePublishedCoefficients() {
    assertArrayEquals(
        new double[] {-39.9197, 0.7156, 1.2953, -0.1521}, RobustRegression.leastSquares(), 1e-4);
    assertArrayEquals(
        new double[] {-39.6899, 0.8319, 0.5739, -0.0609}, RobustRegression.leastAbsolute(), 1e-4);
    double sum = 0.0;
    for (double r : RobustRegression.residuals(RobustRegression.leastAbsolute())) {
      sum += Math.abs(r);
    }
    assertEquals(42.08116, sum, 1e-4);
  }

  /** An exponential family has the same moments: Newton's method on its two parameters. */
  @Test
  void theDieIsTheExponentialFamilyWithItsMoments() {
    double[] theta = new double[2];
    double[] p = new double[6];
    double[] want = {WolfsDice.moment(WolfsDice.PIPS), WolfsDice.moment(WolfsDice.AXIS)};
    for (int step = 0; step < 50; step++) {
      double total = 0.0;
      for (int i = 0; i < 6; i++) {
        p[i] = Math.exp(theta[0] * WolfsDice.PIPS[i] + theta[1] * WolfsDice.AXIS[i]);
        total += p[i];
      }
      double[] gradient = want.clone();
      double[][] hessian = new double[2][2];
      double[] mean = new double[2];
      for (int i = 0; i < 6; i++) {
        p[i] /= total;
        mean[0] += p[i] * WolfsDice.PIPS[i];
        mean[1] += p[i] * WolfsDice.AXIS[i];
      }
      for (int i = 0; i < 6; i++) {
        double[] d = {WolfsDice.PIPS[i] - mean[0], WolfsDice.AXIS[i] - mean[1]};
        for (int a = 0; a < 2; a++) {
          for (int b = 0; b < 2; b++) {
            hessian[a][b] += p[i] * d[a] * d[b];
          }
        }
      }
      gradient[0] -= mean[0];
      gradient[1] -= mean[1];
      double determinant = hessian[0][0] * hessian[1][1] - hessian[0][1] * hessian[1][0];
      theta[0] += (hessian[1][1] * gradient[0] - hessian[0][1] * gradient[1]) / determinant;
      theta[1] += (hessian[0][0] * gradient[1] - hessian[1][0] * gradient[0]) / determinant;
    }
    // The objective is flat at its optimum: 1e-8 in it leaves 1e-4 in p.
    assertArrayEquals(p, WolfsDice.fit(true), 1e-4);
    // Jaynes: 9.375 with three degrees of freedom; nothing left to explain at the 1 % level.
    assertEquals(9.375, WolfsDice.chiSquare(WolfsDice.fit(true)), 0.05);
  }

  /** The area by Khachiyan's algorithm on the dual, which knows nothing of cones. */
  @Test
  void theEllipseIsTheSmallest() {
    StarEllipse.Ellipse ellipse = StarEllipse.around(StarEllipse.STARS);
    for (double[] star : StarEllipse.STARS) {
      assertTrue(ellipse.radius(star) <= 1.0 + 1e-6);
    }
    assertEquals(khachiyanArea(StarEllipse.STARS), ellipse.area(), 1e-4);
  }

  private static double khachiyanArea(double[][] points) {
    int n = points.length;
    double[] weight = new double[n];
    Arrays.fill(weight, 1.0 / n);
    for (int step = 0; step < 200_000; step++) {
      double[] s = covariance(points, weight);
      int farthest = 0;
      double distance = 0.0;
      for (int i = 0; i < n; i++) {
        double d = mahalanobis(points[i], s);
        if (d > distance) {
          distance = d;
          farthest = i;
        }
      }
      // In homogeneous coordinates the squared distance is one more, and the dimension is 3.
      double kappa = distance + 1.0;
      double size = (kappa - 3.0) / (3.0 * (kappa - 1.0));
      for (int i = 0; i < n; i++) {
        weight[i] *= 1.0 - size;
      }
      weight[farthest] += size;
    }
    double[] s = covariance(points, weight);
    return Math.PI * 2.0 * Math.sqrt(s[2] * s[4] - s[3] * s[3]);
  }

  /** Mean x, mean y, variance x, covariance, variance y. */
  private static double[] covariance(double[][] points, double[] weight) {
    double[] s = new double[5];
    for (int i = 0; i < points.length; i++) {
      s[0] += weight[i] * points[i][0];
      s[1] += weight[i] * points[i][1];
    }
    for (int i = 0; i < points.length; i++) {
      double x = points[i][0] - s[0];
      double y = points[i][1] - s[1];
      s[2] += weight[i] * x * x;
      s[3] += weight[i] * x * y;
      s[4] += weight[i] * y * y;
    }
    return s;
  }

  private static double mahalanobis(double[] point, double[] s) {
    double x = point[0] - s[0];
    double y = point[1] - s[1];
    return (s[4] * x * x - 2.0 * s[3] * x * y + s[2] * y * y) / (s[2] * s[4] - s[3] * s[3]);
  }

  /** A semidefinite program and a linear one agree on the stiffest truss. */
  @Test
  void theTrussIsAsStiffAsTheLinearProgramSays() {
    TenBarTruss.Design design = TenBarTruss.stiffest();
    assertEquals(TenBarTruss.complianceByForces(), design.compliance(), 1e-4);
    assertEquals(1.0, Arrays.stream(design.volumes()).sum(), 1e-5);
  }

  @Test
  void thePortfolioKeepsItsRiskAndPaysItsCosts() {
    Portfolio portfolio = new Portfolio(1.0);
    Solution s = portfolio.solve(0.1);
    assertEquals(Status.OPTIMAL, s.status(), s::explain);
    double[] w = portfolio.weights(s);
    double variance = 0.0;
    for (double[] row : Portfolio.deviations()) {
      double r = 0.0;
      for (int j = 0; j < w.length; j++) {
        r += row[j] * w[j];
      }
      variance += r * r;
    }
    assertEquals(0.1, Math.sqrt(variance), 1e-6);
    assertTrue(Arrays.stream(w).sum() < 1.0);
    // The price of risk is the slope of the frontier.
    double slope =
        (portfolio.solve(0.1001).objective() - portfolio.solve(0.0999).objective()) / 2e-4;
    assertEquals(slope, s.dual("risk limit")[0], 1e-3);
    assertTrue(new Portfolio(0.0).solve(0.1).objective() > s.objective());
  }
}
