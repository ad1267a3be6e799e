package org.infimum.examples;

import static org.infimum.convex.model.Atoms.abs;
import static org.infimum.convex.model.Atoms.mul;
import static org.infimum.convex.model.Atoms.norm1;
import static org.infimum.convex.model.Atoms.norm2;
import static org.infimum.convex.model.Atoms.pow;
import static org.infimum.convex.model.Atoms.sum;

import java.io.IOException;
import java.util.Arrays;
import org.infimum.convex.model.Expression;
import org.infimum.convex.model.Model;
import org.infimum.convex.model.Parameter;
import org.infimum.convex.model.Solution;
import org.infimum.convex.model.Variable;
import org.infimum.plot.Axis;
import org.infimum.plot.Figure;
import org.infimum.plot.LinePlot;
import org.infimum.plot.Series;

/**
 * A portfolio of eight assets under a limit of risk, with what it costs to get there: a fee on each
 * trade and a market impact that grows with the power 3/2 (Boyd et al., "Multi-period trading via
 * convex optimization", 2017). The data are growth factors of 1973 to 1994 (Vanderbei, "Linear
 * programming: foundations and extensions", chapter on financial applications).
 */
public final class Portfolio {
  static final String[] ASSETS = {
    "T-bills", "long bonds", "S&P 500", "Wilshire 5000", "NASDAQ", "corporate bonds", "EAFE", "gold"
  };

  private static final double[][] YEARS = {
    {1.075, 0.942, 0.852, 0.815, 0.698, 1.023, 0.851, 1.677},
    {1.084, 1.020, 0.735, 0.716, 0.662, 1.002, 0.768, 1.722},
    {1.061, 1.056, 1.371, 1.385, 1.318, 1.123, 1.354, 0.760},
    {1.052, 1.175, 1.236, 1.266, 1.280, 1.156, 1.025, 0.960},
    {1.055, 1.002, 0.926, 0.974, 1.093, 1.030, 1.181, 1.200},
    {1.077, 0.982, 1.064, 1.093, 1.146, 1.012, 1.326, 1.295},
    {1.109, 0.978, 1.184, 1.256, 1.307, 1.023, 1.048, 2.212},
    {1.127, 0.947, 1.323, 1.337, 1.367, 1.031, 1.226, 1.296},
    {1.156, 1.003, 0.949, 0.963, 0.990, 1.073, 0.977, 0.688},
    {1.117, 1.465, 1.215, 1.187, 1.213, 1.311, 0.981, 1.084},
    {1.092, 0.985, 1.224, 1.235, 1.217, 1.080, 1.237, 0.872},
    {1.103, 1.159, 1.061, 1.030, 0.903, 1.150, 1.074, 0.825},
    {1.080, 1.366, 1.316, 1.326, 1.333, 1.213, 1.562, 1.006},
    {1.063, 1.309, 1.186, 1.161, 1.086, 1.156, 1.694, 1.216},
    {1.061, 0.925, 1.052, 1.023, 0.959, 1.023, 1.246, 1.244},
    {1.071, 1.086, 1.165, 1.179, 1.165, 1.076, 1.283, 0.861},
    {1.087, 1.212, 1.316, 1.292, 1.204, 1.142, 1.105, 0.977},
    {1.080, 1.054, 0.968, 0.938, 0.830, 1.083, 0.766, 0.922},
    {1.057, 1.193, 1.304, 1.342, 1.594, 1.161, 1.121, 0.958},
    {1.036, 1.079, 1.076, 1.090, 1.174, 1.076, 0.878, 0.926},
    {1.031, 1.217, 1.100, 1.113, 1.162, 1.110, 1.326, 1.146},
    {1.045, 0.889, 1.012, 0.999, 0.968, 0.965, 1.078, 0.990}
  };

  private static final double FEE = 0.005;
  private static final double IMPACT = 0.02;

  private final Model model = Model.create("portfolio");
  private final Parameter risk = model.parameter("risk").nonNegative();
  private final Variable weights = model.variable("weights", ASSETS.length).nonNegative();

  /**
   * States the model: from equal shares to those with the largest mean growth.
   *
   * @param costs 1 with the costs of trading, 0 without
   */
  Portfolio(double costs) {
    double[] held = new double[ASSETS.length];
    Arrays.fill(held, 1.0 / ASSETS.length);
    Expression trade = weights.minus(held);
    Expression cost = norm1(trade).times(FEE).plus(IMPACT, sum(pow(abs(trade), 1.5)));
    model.maximize(weights.dot(mean()));
    model.subjectTo("budget", sum(weights).plus(costs, cost).le(1.0));
    model.subjectTo("risk limit", norm2(mul(deviations(), weights)).le(risk));
  }

  /** Solves for one limit of the standard deviation. */
  Solution solve(double limit) {
    risk.set(limit);
    return model.solve();
  }

  double[] weights(Solution solution) {
    return solution.value(weights);
  }

  static double[] mean() {
    double[] mean = new double[ASSETS.length];
    for (double[] year : YEARS) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += year[j] / YEARS.length;
      }
    }
    return mean;
  }

  /** A matrix F with the sample covariance F'F. */
  static double[][] deviations() {
    double[] mean = mean();
    double[][] deviations = new double[YEARS.length][ASSETS.length];
    for (int t = 0; t < YEARS.length; t++) {
      for (int j = 0; j < mean.length; j++) {
        deviations[t][j] = (YEARS[t][j] - mean[j]) / Math.sqrt(YEARS.length - 1.0);
      }
    }
    return deviations;
  }

  static Figure plot() {
    double[] limits = new double[14];
    Arrays.setAll(limits, i -> 0.04 + 0.01 * i);
    LinePlot plot =
        new LinePlot(
            "Growth for risk, 1973 to 1994",
            Axis.linear("standard deviation of a year"),
            Axis.linear("mean growth"));
    for (double costs : new double[] {0.0, 1.0}) {
      Portfolio portfolio = new Portfolio(costs);
      double[] growth = new double[limits.length];
      Arrays.setAll(growth, i -> portfolio.solve(limits[i]).objective());
      plot = plot.with(Series.marked(costs == 0.0 ? "free trades" : "with costs", limits, growth));
    }
    return plot;
  }

  /** Prints the shares at a risk of 10 % and writes the plot. */
  public static void main(String[] arguments) throws IOException {
    Portfolio portfolio = new Portfolio(1.0);
    Solution solution = portfolio.solve(0.1);
    double[] shares = portfolio.weights(solution);
    for (int j = 0; j < shares.length; j++) {
      System.out.printf("%-16s %6.2f %%%n", ASSETS[j], 100.0 * shares[j]);
    }
    System.out.printf(
        "mean growth %.4f, %.4f more for each unit of risk%n",
        solution.objective(), solution.dual("risk limit")[0]);
    Plots.write(plot(), "portfolio", arguments);
  }
}
