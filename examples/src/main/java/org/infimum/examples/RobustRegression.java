package org.infimum.examples;

import static org.infimum.convex.model.Atoms.huber;
import static org.infimum.convex.model.Atoms.mul;
import static org.infimum.convex.model.Atoms.norm1;
import static org.infimum.convex.model.Atoms.sum;
import static org.infimum.convex.model.Atoms.sumSquares;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.infimum.convex.model.Expression;
import org.infimum.convex.model.Model;
import org.infimum.convex.model.Variable;
import org.infimum.plot.Axis;
import org.infimum.plot.Figure;
import org.infimum.plot.LinePlot;
import org.infimum.plot.Series;

/**
 * Robust regression on the stack loss data: 21 days of a plant that oxidizes ammonia to nitric acid
 * (Brownlee, "Statistical theory and methodology in science and engineering", 1965, p. 454). Days
 * 1, 3, 4 and 21 are outliers; least squares bends to them, absolute values and Huber's function do
 * not.
 */
public final class RobustRegression {
  /** Air flow, water temperature, acid concentration, stack loss. */
  private static final double[][] DAYS = {
    {80, 27, 89, 42}, {80, 27, 88, 37}, {75, 25, 90, 37}, {62, 24, 87, 28}, {62, 22, 87, 18},
    {62, 23, 87, 18}, {62, 24, 93, 19}, {62, 24, 93, 20}, {58, 23, 87, 15}, {58, 18, 80, 14},
    {58, 18, 89, 14}, {58, 17, 88, 13}, {58, 18, 82, 11}, {58, 19, 93, 12}, {50, 18, 89, 8},
    {50, 18, 86, 7}, {50, 19, 72, 8}, {50, 19, 79, 8}, {50, 20, 80, 9}, {56, 20, 82, 15},
    {70, 20, 91, 15}
  };

  private RobustRegression() {}

  /** Intercept and three slopes that make the loss of the residuals least. */
  static double[] fit(UnaryOperator<Expression> loss) {
    Model m = Model.create("stack loss");
    Variable coefficients = m.variable("coefficients", 4);
    m.minimize(loss.apply(mul(design(), coefficients).minus(observed())));
    return m.solve().value(coefficients);
  }

  static double[] leastSquares() {
    return fit(residual -> sumSquares(residual));
  }

  static double[] leastAbsolute() {
    return fit(residual -> norm1(residual));
  }

  static double[] huberFit() {
    return fit(residual -> sum(huber(residual, 2.0)));
  }

  private static double[][] design() {
    double[][] rows = new double[DAYS.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1.0, DAYS[i][0], DAYS[i][1], DAYS[i][2]};
    }
    return rows;
  }

  private static double[] observed() {
    return Arrays.stream(DAYS).mapToDouble(day -> day[3]).toArray();
  }

  static double[] residuals(double[] coefficients) {
    double[] residuals = observed();
    double[][] design = design();
    for (int i = 0; i < residuals.length; i++) {
      for (int j = 0; j < coefficients.length; j++) {
        residuals[i] -= design[i][j] * coefficients[j];
      }
    }
    return residuals;
  }

  static Figure plot() {
    double[] day = new double[DAYS.length];
    Arrays.setAll(day, i -> i + 1.0);
    return new LinePlot(
            "Stack loss: residuals of each day", Axis.linear("day"), Axis.linear("residual"))
        .with(Series.points("least squares", day, residuals(leastSquares())))
        .with(Series.points("absolute values", day, residuals(leastAbsolute())))
        .with(Series.points("Huber", day, residuals(huberFit())));
  }

  /** Prints the three fits and writes the plot. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("intercept, air flow, water temperature, acid concentration");
    System.out.println("least squares    " + Arrays.toString(leastSquares()));
    System.out.println("absolute values  " + Arrays.toString(leastAbsolute()));
    System.out.println("Huber            " + Arrays.toString(huberFit()));
    Plots.write(plot(), "robust-regression", arguments);
  }
}
