package org.infimum.examples;

import java.io.IOException;
import java.util.Arrays;
import org.infimum.convex.model.Atoms;
import org.infimum.convex.model.Expression;
import org.infimum.convex.model.Model;
import org.infimum.convex.model.Solution;
import org.infimum.convex.model.Variable;
import org.infimum.plot.Axis;
import org.infimum.plot.Figure;
import org.infimum.plot.LinePlot;
import org.infimum.plot.Series;

/**
 * The stiffest truss of a given volume, as a semidefinite program (Ben-Tal and Nemirovski,
 * "Lectures on modern convex optimization", 2001, section 4.8): with the stiffness matrix K(t)
 * linear in the bar volumes t, the compliance {@code f'K(t)^-1 f} is at most tau where {@code
 * [[tau, f'], [f, K(t)]]} is positive semidefinite. The ground structure is the ten-bar cantilever
 * of the optimization literature (Venkayya, "Design of optimum structures", 1971), in units of its
 * bay length, its load and its elastic modulus.
 */
public final class TenBarTruss {
  private static final double[][] NODES = {{2, 1}, {2, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}};

  /** The first four nodes move, the last two are held. */
  private static final int FREE_NODES = 4;

  static final int[][] BARS = {
    {4, 2}, {2, 0}, {5, 3}, {3, 1}, {2, 3}, {0, 1}, {4, 3}, {5, 2}, {2, 1}, {3, 0}
  };

  /** A unit load down at each of the two lower free nodes. */
  private static final double[] LOAD = {0, 0, 0, -1, 0, 0, 0, -1};

  private TenBarTruss() {}

  static double length(int bar) {
    double[] from = NODES[BARS[bar][0]];
    double[] to = NODES[BARS[bar][1]];
    return Math.hypot(to[0] - from[0], to[1] - from[1]);
  }

  /** The unit elongation of a bar by the displacements of the free nodes. */
  static double[] direction(int bar) {
    double[] from = NODES[BARS[bar][0]];
    double[] to = NODES[BARS[bar][1]];
    double[] direction = new double[2 * FREE_NODES];
    for (int axis = 0; axis < 2; axis++) {
      double cosine = (to[axis] - from[axis]) / length(bar);
      if (BARS[bar][0] < FREE_NODES) {
        direction[2 * BARS[bar][0] + axis] = -cosine;
      }
      if (BARS[bar][1] < FREE_NODES) {
        direction[2 * BARS[bar][1] + axis] = cosine;
      }
    }
    return direction;
  }

  /** The stiffness matrix of a bar of unit volume: {@code g g' / length^2}. */
  private static double[][] stiffness(int bar) {
    double[] g = direction(bar);
    double[][] matrix = new double[g.length][g.length];
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        matrix[i][j] = g[i] * g[j] / (length(bar) * length(bar));
      }
    }
    return matrix;
  }

  /**
   * A design.
   *
   * @param compliance the work of the load, the smaller the stiffer
   * @param volumes of the bars, together 1
   */
  record Design(double compliance, double[] volumes) {}

  static Design stiffest() {
    Model m = Model.create("truss");
    Variable tau = m.variable("tau");
    Variable volumes = m.variable("volumes", BARS.length).nonNegative();
    Expression stiffness = volumes.get(0).times(Expression.constant(stiffness(0)));
    for (int bar = 1; bar < BARS.length; bar++) {
      stiffness = stiffness.plus(volumes.get(bar).times(Expression.constant(stiffness(bar))));
    }
    Expression load = Expression.constant(LOAD);
    m.minimize(tau);
    m.subjectTo("volume", volumes.sum().le(1.0));
    m.subjectTo(
        "compliance",
        Atoms.stack(Atoms.besides(tau, load.transpose()), Atoms.besides(load, stiffness))
            .semidefinite());
    Solution s = m.solve();
    return new Design(s.scalar(tau), s.value(volumes));
  }

  /**
   * The same compliance by a linear program: with forces q in equilibrium with the load, it is the
   * square of the least {@code sum length |q|} (Dorn, Gomory and Greenberg, 1964).
   */
  static double complianceByForces() {
    Model m = Model.create("forces");
    Variable force = m.variable("force", BARS.length);
    double[][] equilibrium = new double[LOAD.length][BARS.length];
    double[] lengths = new double[BARS.length];
    for (int bar = 0; bar < BARS.length; bar++) {
      double[] g = direction(bar);
      lengths[bar] = length(bar);
      for (int i = 0; i < g.length; i++) {
        equilibrium[i][bar] = g[i];
      }
    }
    m.minimize(Atoms.abs(force).dot(lengths));
    m.subjectTo("equilibrium", Atoms.mul(equilibrium, force).eq(LOAD));
    double weight = m.solve().objective();
    return weight * weight;
  }

  /** The bars that are worth their volume, and those that are not. */
  static Figure plot() {
    double[] volumes = stiffest().volumes();
    double least = 1e-3 * Arrays.stream(volumes).max().orElse(1.0);
    return new LinePlot(
            "The stiffest ten-bar truss",
            Axis.linear("bays").between(-0.2, 2.2),
            Axis.linear("bays").between(-0.2, 1.2))
        .with(group("kept", volumes, least, Double.POSITIVE_INFINITY))
        .with(group("left out", volumes, Double.NEGATIVE_INFINITY, least));
  }

  private static Series group(String name, double[] volumes, double above, double upTo) {
    double[] x = new double[3 * volumes.length];
    double[] y = new double[3 * volumes.length];
    Arrays.fill(x, Double.NaN);
    Arrays.fill(y, Double.NaN);
    for (int bar = 0; bar < volumes.length; bar++) {
      if (volumes[bar] > above && volumes[bar] <= upTo) {
        for (int end = 0; end < 2; end++) {
          x[3 * bar + end] = NODES[BARS[bar][end]][0];
          y[3 * bar + end] = NODES[BARS[bar][end]][1];
        }
      }
    }
    return Series.marked(name, x, y);
  }

  /** Prints the design and writes the plot. */
  public static void main(String[] arguments) throws IOException {
    Design design = stiffest();
    System.out.printf("compliance %.6f%n", design.compliance());
    for (int bar = 0; bar < BARS.length; bar++) {
      System.out.printf(
          "bar %d-%d  volume %.4f%n", BARS[bar][0] + 1, BARS[bar][1] + 1, design.volumes()[bar]);
    }
    Plots.write(plot(), "ten-bar-truss", arguments);
  }
}
