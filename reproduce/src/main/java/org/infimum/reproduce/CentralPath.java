package org.infimum.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.ConicResult;
import org.infimum.convex.Convex;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.IterationEvent;
import org.infimum.core.Run;
import org.infimum.plot.Axis;
import org.infimum.plot.Figure;
import org.infimum.plot.LinePlot;
import org.infimum.plot.Numbers;
import org.infimum.plot.Series;
import org.infimum.plot.Table;

/**
 * Interior-point iterations grow like the logarithm of the accuracy. Each program is solved once to
 * 1e-10; the history of the run says at which iteration each accuracy was first reached.
 *
 * <p>O(log(1/eps)) bounds the growth from above: every further digit costs at most as much as the
 * digits before it. Measured is therefore the price of the last four digits over that of the four
 * before them, which is 1 for a linear rate, less where convergence is superlinear, and more where
 * iterations grow faster than the logarithm. The regression on log10(1/eps) stands beside it.
 *
 * <p>The bound beside it is the one of the short-step path-following method, whose duality measure
 * falls by the factor 1 - 0.4 / sqrt(nu) in every iteration (Wright, "Primal-Dual Interior-Point
 * Methods", SIAM 1997, chapter 5): ln(10) / 0.4 * sqrt(nu) iterations for each decimal digit.
 */
final class CentralPath implements Experiment {
  private static final List<String> INSTANCES =
      List.of(
          "afiro",
          "adlittle",
          "sc205",
          "share2b",
          "israel",
          "sctap1",
          "scfxm1",
          "stair",
          "bnl1",
          "ship04l",
          "pilot4",
          "80bau3b",
          "d2q06c",
          "stocfor2");

  /** log10(1/eps) for eps = 1e-2 ... 1e-10. */
  private static final double[] DIGITS = {2, 3, 4, 5, 6, 7, 8, 9, 10};

  private static final double FINEST = 1e-10;

  /** Where the digits 1e-6, in the middle, and 1e-8, the solver's default, stand in DIGITS. */
  private static final int MIDDLE = 4;

  private static final int DEFAULT_ACCURACY = 6;

  /** The ratio of a linear rate. */
  private static final double LARGEST_RATIO = 1.0;

  private static final double SHORT_STEP = 0.4;

  @Override
  public String key() {
    return "central-path";
  }

  @Override
  public String title() {
    return "Interior-point iterations grow like the logarithm of the accuracy (Netlib LPs)";
  }

  /**
   * One program's course.
   *
   * @param name its name
   * @param degree the barrier degree nu
   * @param reached iteration at which each accuracy of DIGITS was first reached, NaN if never
   * @param fit the line through them
   * @param status how the run ended
   */
  private record Course(String name, int degree, double[] reached, LinearFit fit, String status) {
    /** Iterations a digit that the short-step method is proved to need at most. */
    double boundPerDigit() {
      return Math.log(10.0) / SHORT_STEP * Math.sqrt(degree);
    }

    boolean withinBound() {
      return fit.slope() <= boundPerDigit();
    }

    boolean reachesDefault() {
      return Double.isFinite(reached[DEFAULT_ACCURACY]);
    }
  }

  @Override
  public Outcome run(ExperimentContext context) {
    long start = System.nanoTime();
    List<NetlibPrograms.Named> programs = NetlibPrograms.load(context.dataFolder(), INSTANCES);
    List<Course> courses = new ArrayList<>();
    for (NetlibPrograms.Named named : programs) {
      if (context.run().checkpoint() != Run.Stop.NONE) {
        break;
      }
      Course course = follow(named, context.run());
      courses.add(course);
      context.log().accept(line(course));
    }
    double[] mean = meanReached(courses);
    LinearFit pooled = LinearFit.of(DIGITS, mean);
    double ratio = (mean[mean.length - 1] - mean[MIDDLE]) / (mean[MIDDLE] - mean[0]);
    boolean complete = courses.size() == programs.size();
    List<String> unfinished =
        courses.stream().filter(c -> c.fit().points() < DIGITS.length).map(Course::name).toList();
    List<String> aboveBound =
        courses.stream().filter(c -> !c.withinBound()).map(Course::name).toList();
    boolean holds =
        complete
            && courses.stream().allMatch(Course::reachesDefault)
            && aboveBound.isEmpty()
            && ratio <= LARGEST_RATIO;
    return new Outcome(
        key(),
        "A primal-dual path-following method reaches accuracy eps in O(sqrt(nu) log(1/eps))"
            + " iterations (Wright, Primal-Dual Interior-Point Methods, SIAM 1997): a further digit"
            + " costs no more iterations than the digits before it.",
        "mean iterations from 1e-6 to 1e-10 over those from 1e-2 to 1e-6: 1 for growth like"
            + " log(1/eps), more for faster growth; holds up to the threshold if every program"
            + " reaches 1e-8 and no slope exceeds the bound",
        LARGEST_RATIO,
        ratio,
        holds,
        (System.nanoTime() - start) * 1e-9,
        notes(courses, pooled, ratio, complete, unfinished, aboveBound),
        List.of(table(courses)),
        List.of(reachedPlot(courses, mean), slopePlot(courses)));
  }

  private static Course follow(NetlibPrograms.Named named, Run run) {
    ConicProgram program = named.program();
    ConicResult result = Convex.solve(program, InteriorPoint.DEFAULT.withTolerance(FINEST), run);
    double[] reached = reached(result.report().history());
    return new Course(
        named.name(),
        barrierDegree(program),
        reached,
        LinearFit.of(DIGITS, reached),
        result.status().label());
  }

  /** The iteration from which the larger of residuals and gap is at most each accuracy. */
  static double[] reached(List<IterationEvent> history) {
    double[] reached = new double[DIGITS.length];
    Arrays.fill(reached, Double.NaN);
    for (IterationEvent event : history) {
      double accuracy =
          Math.max(Math.max(event.primalResidual(), event.dualResidual()), Math.abs(event.gap()));
      for (int k = 0; k < DIGITS.length; k++) {
        if (Double.isNaN(reached[k]) && accuracy <= Math.pow(10.0, -DIGITS[k])) {
          reached[k] = event.iteration();
        }
      }
    }
    return reached;
  }

  /** nu: one for each finite end of a row or column that is not fixed. */
  static int barrierDegree(ConicProgram program) {
    int degree = program.cones().stream().mapToInt(cone -> cone.degree()).sum();
    for (int j = 0; j < program.columns(); j++) {
      double lower = program.columnLower()[j];
      double upper = program.columnUpper()[j];
      if (lower < upper) {
        degree += (Double.isInfinite(lower) ? 0 : 1) + (Double.isInfinite(upper) ? 0 : 1);
      }
    }
    return degree;
  }

  /** Mean over the programs that reached every accuracy, so that each mean is of the same ones. */
  private static double[] meanReached(List<Course> courses) {
    double[] mean = new double[DIGITS.length];
    int count = 0;
    for (Course course : courses) {
      if (course.fit().points() == DIGITS.length) {
        count++;
        for (int k = 0; k < mean.length; k++) {
          mean[k] += course.reached()[k];
        }
      }
    }
    for (int k = 0; k < mean.length; k++) {
      mean[k] = count == 0 ? Double.NaN : mean[k] / count;
    }
    return mean;
  }

  private static String line(Course course) {
    return String.format(
        Locale.ROOT,
        "%-10s nu %6d  %5.2f iterations a digit (bound %7.1f)  R^2 %.3f  %s",
        course.name(),
        course.degree(),
        course.fit().slope(),
        course.boundPerDigit(),
        course.fit().rSquared(),
        course.status());
  }

  private static String notes(
      List<Course> courses,
      LinearFit pooled,
      double ratio,
      boolean complete,
      List<String> unfinished,
      List<String> aboveBound) {
    StringBuilder text = new StringBuilder();
    text.append(courses.size()).append(" Netlib LPs, each solved once with tolerance 1e-10; ");
    text.append("accuracy is the largest of the solver's relative residuals and gap. ");
    text.append("Regression of the mean on log10(1/eps): ")
        .append(Numbers.compact(pooled.slope()))
        .append(" iterations a digit, R^2 ")
        .append(Numbers.compact(pooled.rSquared()))
        .append(ratio < LARGEST_RATIO ? " (convergence is faster at the end). " : ". ");
    text.append(
        "The method is Mehrotra's predictor-corrector, for which the bound is not proved; ");
    text.append("it stands for comparison.");
    if (!complete) {
      text.append(" The run was stopped before all instances were done.");
    }
    if (!unfinished.isEmpty()) {
      text.append(" Accuracy 1e-10 was not reached, and the mean leaves out: ")
          .append(String.join(", ", unfinished))
          .append('.');
    }
    if (!aboveBound.isEmpty()) {
      text.append(" More iterations a digit than the bound, or none to count: ")
          .append(String.join(", ", aboveBound))
          .append('.');
    }
    List<String> failed =
        courses.stream().filter(c -> !c.reachesDefault()).map(Course::name).toList();
    if (!failed.isEmpty()) {
      text.append(" Not even accuracy 1e-8 was reached on: ")
          .append(String.join(", ", failed))
          .append('.');
    }
    if (!(ratio <= LARGEST_RATIO)) {
      text.append(" The last digits cost more than the first.");
    }
    return text.toString();
  }

  private static Table table(List<Course> courses) {
    List<String> header = new ArrayList<>(List.of("instance", "nu"));
    for (double digits : DIGITS) {
      header.add("1e-" + (int) digits);
    }
    header.addAll(List.of("iterations a digit", "bound", "R^2", "status"));
    List<List<String>> rows = new ArrayList<>();
    for (Course course : courses) {
      List<String> row = new ArrayList<>();
      row.add(course.name());
      row.add(Integer.toString(course.degree()));
      for (double iteration : course.reached()) {
        row.add(Numbers.compact(iteration));
      }
      row.add(Numbers.compact(course.fit().slope()));
      row.add(Numbers.compact(course.boundPerDigit()));
      row.add(Numbers.compact(course.fit().rSquared()));
      row.add(course.status());
      rows.add(row);
    }
    return new Table("Iteration at which each accuracy is first reached", header, rows);
  }

  private static Figure reachedPlot(List<Course> courses, double[] mean) {
    double[] inverse = new double[DIGITS.length];
    for (int k = 0; k < inverse.length; k++) {
      inverse[k] = Math.pow(10.0, DIGITS[k]);
    }
    LinePlot plot =
        new LinePlot("Iterations to each accuracy", Axis.log("1 / eps"), Axis.linear("iterations"));
    for (Course course : courses) {
      plot = plot.with(Series.marked(course.name(), inverse, course.reached()));
    }
    return plot.with(Series.line("mean", inverse, mean));
  }

  private static Figure slopePlot(List<Course> courses) {
    int count = courses.size();
    double[] degree = new double[count];
    double[] slope = new double[count];
    double[] bound = new double[count];
    List<Course> sorted = new ArrayList<>(courses);
    sorted.sort(Comparator.comparingInt(Course::degree));
    for (int k = 0; k < count; k++) {
      degree[k] = sorted.get(k).degree();
      slope[k] = sorted.get(k).fit().slope();
      bound[k] = sorted.get(k).boundPerDigit();
    }
    return new LinePlot(
            "Iterations for each digit against the barrier degree",
            Axis.log("barrier degree nu"),
            Axis.log("iterations a digit"))
        .with(Series.points("measured", degree, slope))
        .with(Series.line("short-step bound", degree, bound));
  }
}
