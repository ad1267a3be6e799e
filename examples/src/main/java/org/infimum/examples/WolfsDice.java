package org.infimum.examples;

import static org.infimum.convex.model.Atoms.relEntropy;
import static org.infimum.convex.model.Atoms.sum;

import java.io.IOException;
import java.util.Arrays;
import org.infimum.convex.model.Model;
import org.infimum.convex.model.Solution;
import org.infimum.convex.model.Variable;
import org.infimum.plot.Axis;
import org.infimum.plot.Figure;
import org.infimum.plot.LinePlot;
import org.infimum.plot.Series;

/**
 * What two faults of a die explain. Rudolf Wolf threw a white die 20,000 times around 1850; Jaynes
 * ("Where do we stand on maximum entropy?", 1978) asked which distribution is closest to a fair die
 * in relative entropy, given two moments: a shift of the centre of gravity by the pips, and one
 * axis that is too long. It fits the counts to within chance.
 */
public final class WolfsDice {
  static final double[] COUNTS = {3246, 3449, 2897, 2841, 3635, 3932};
  private static final double THROWS = 20_000;

  /** The centre of gravity: mean of the face minus 3.5. */
  static final double[] PIPS = {-2.5, -1.5, -0.5, 0.5, 1.5, 2.5};

  /** The long axis: faces 3 and 4 lie at its ends and come up less. */
  static final double[] AXIS = {1, 1, -2, -2, 1, 1};

  private WolfsDice() {}

  static double[] frequencies() {
    return Arrays.stream(COUNTS).map(count -> count / THROWS).toArray();
  }

  static double moment(double[] of) {
    double sum = 0.0;
    for (int i = 0; i < of.length; i++) {
      sum += of[i] * COUNTS[i] / THROWS;
    }
    return sum;
  }

  /** The distribution closest to the fair one that has the observed moments. */
  static double[] fit(boolean withAxis) {
    double[] fair = new double[6];
    Arrays.fill(fair, 1.0 / 6.0);
    Model m = Model.create("die");
    Variable p = m.variable("p", 6);
    m.minimize(relEntropy(p, fair));
    m.subjectTo("total", sum(p).eq(1.0));
    m.subjectTo("pips", p.dot(PIPS).eq(moment(PIPS)));
    if (withAxis) {
      m.subjectTo("axis", p.dot(AXIS).eq(moment(AXIS)));
    }
    Solution s = m.solve();
    return s.value(p);
  }

  /** Pearson's statistic of the counts against a distribution. */
  static double chiSquare(double[] p) {
    double sum = 0.0;
    for (int i = 0; i < p.length; i++) {
      double expected = THROWS * p[i];
      sum += (COUNTS[i] - expected) * (COUNTS[i] - expected) / expected;
    }
    return sum;
  }

  static Figure plot() {
    double[] face = {1, 2, 3, 4, 5, 6};
    return new LinePlot("Wolf's white die", Axis.linear("face"), Axis.linear("frequency"))
        .with(Series.points("20,000 throws", face, frequencies()))
        .with(Series.marked("pips", face, fit(false)))
        .with(Series.marked("pips and axis", face, fit(true)));
  }

  /** Prints how well each explanation fits and writes the plot. */
  public static void main(String[] arguments) throws IOException {
    System.out.printf("chi-square with the pips alone   %.1f%n", chiSquare(fit(false)));
    System.out.printf("chi-square with pips and axis    %.1f%n", chiSquare(fit(true)));
    Plots.write(plot(), "wolfs-dice", arguments);
  }
}
