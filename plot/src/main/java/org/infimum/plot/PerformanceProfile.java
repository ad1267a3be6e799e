package org.infimum.plot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A performance profile: for each solver the share of problems that it solves within a factor tau
 * of the fastest solver on that problem (Dolan and More, "Benchmarking optimization software with
 * performance profiles", Mathematical Programming 91, 2002).
 */
public final class PerformanceProfile implements Figure {
  private final String title;
  private final int problems;
  private final Map<String, double[]> sortedRatios;

  /**
   * @param title the line above the plot
   * @param costs for each solver its positive cost (usually seconds) on each problem, in the same
   *     order of problems; NaN or infinity where it failed
   */
  public PerformanceProfile(String title, Map<String, double[]> costs) {
    this.title = title;
    this.problems = costs.values().stream().mapToInt(c -> c.length).findFirst().orElse(0);
    this.sortedRatios = new LinkedHashMap<>();
    double[] best = new double[problems];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    costs.forEach(
        (solver, cost) -> {
          if (cost.length != problems) {
            throw new IllegalArgumentException(
                "the solver " + solver + " has " + cost.length + " costs, not " + problems);
          }
          for (int k = 0; k < problems; k++) {
            if (cost[k] < best[k]) {
              best[k] = cost[k];
            }
          }
        });
    costs.forEach(
        (solver, cost) -> {
          double[] ratios = new double[problems];
          for (int k = 0; k < problems; k++) {
            ratios[k] = Double.isFinite(cost[k]) ? cost[k] / best[k] : Double.POSITIVE_INFINITY;
          }
          Arrays.sort(ratios);
          sortedRatios.put(solver, ratios);
        });
  }

  @Override
  public String title() {
    return title;
  }

  /** The solvers in the order given. */
  public List<String> solvers() {
    return List.copyOf(sortedRatios.keySet());
  }

  /**
   * The share of all problems that {@code solver} solves within {@code tau} times the best cost.
   *
   * @param tau at least 1
   */
  public double share(String solver, double tau) {
    double[] ratios = sortedRatios.get(solver);
    if (ratios == null) {
      throw new IllegalArgumentException("there is no solver " + solver + " in this profile");
    }
    int within = 0;
    while (within < ratios.length && ratios[within] <= tau) {
      within++;
    }
    return problems == 0 ? 0.0 : within / (double) problems;
  }

  @Override
  public String svg() {
    double largest =
        sortedRatios.values().stream()
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite)
            .max()
            .orElse(1.0);
    double end = Math.max(2.0, 1.2 * largest);
    LinePlot plot =
        new LinePlot(
            title,
            Axis.log("factor of the best solver").between(1.0, end),
            Axis.linear("share of the " + problems + " problems solved").between(0.0, 1.02));
    for (String solver : sortedRatios.keySet()) {
      plot = plot.with(curve(solver, end));
    }
    return plot.svg();
  }

  private Series curve(String solver, double end) {
    double[] ratios = sortedRatios.getOrDefault(solver, new double[0]);
    double[] finite = Arrays.stream(ratios).filter(Double::isFinite).distinct().toArray();
    double[] x = new double[finite.length + 2];
    double[] y = new double[x.length];
    x[0] = 1.0;
    System.arraycopy(finite, 0, x, 1, finite.length);
    x[x.length - 1] = end;
    for (int k = 0; k < x.length; k++) {
      y[k] = share(solver, x[k]);
    }
    return Series.steps(solver, x, y);
  }
}
