package org.infimum.convex.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.infimum.convex.Certificate;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Errors;
import org.infimum.convex.Sense;
import org.infimum.convex.Verifier;
import org.infimum.convex.verify.CheckReport.Line;
import org.infimum.convex.verify.ClaimedSolution.Constraint;
import org.infimum.convex.verify.ClaimedSolution.Ray;
import org.infimum.convex.verify.ClaimedSolution.Variable;
import org.infimum.core.InputException;
import org.infimum.core.Status;
import org.jspecify.annotations.Nullable;

/**
 * Checks a claimed solution against a problem: measures the six errors of the pair or the error of
 * the certificate with {@link Verifier}, the curved cones a second time with {@link ConeCheck}, and
 * compares every other number that the claim states with its recomputed value.
 */
public final class Checker {
  private final ConicProgram program;
  private final ClaimedSolution claim;
  private final double tolerance;
  private final double sigma;
  private final Verifier verifier;
  private final ConeCheck cones;
  private final List<Line> lines = new ArrayList<>();

  private Checker(ConicProgram program, ClaimedSolution claim, double tolerance) {
    this.program = program;
    this.claim = claim;
    this.tolerance = tolerance;
    this.sigma = program.sense() == Sense.MAXIMIZE ? -1.0 : 1.0;
    this.verifier = new Verifier(program);
    this.cones = new ConeCheck(program, tolerance);
  }

  /**
   * Checks the claim: the certificate where the claimed status is an infeasible one, the pair
   * otherwise, whatever short of optimal the claimed status is.
   *
   * @param tolerance largest relative error that counts as proved
   * @throws InputException if the claim names what the problem does not have, or leaves out what
   *     the check needs
   */
  public static CheckReport check(ConicProgram program, ClaimedSolution claim, double tolerance) {
    Checker checker = new Checker(program, claim, tolerance);
    checker.requireSense();
    String status = claim.status() == null ? Status.OPTIMAL.label() : claim.status();
    if (status.equals(Status.PRIMAL_INFEASIBLE.label())
        || status.equals(Status.DUAL_INFEASIBLE.label())) {
      return checker.certificate(status);
    }
    return checker.pair();
  }

  private void requireSense() {
    String stated = claim.objectiveSense();
    if (stated == null) {
      return;
    }
    String expected = program.sense() == Sense.MAXIMIZE ? "max" : "min";
    if (!stated.toLowerCase(Locale.ROOT).startsWith(expected)) {
      throw new InputException(
          "The solution's objectiveSense is \""
              + stated
              + "\" but the problem is to be "
              + expected
              + "imized.");
    }
  }

  private CheckReport pair() {
    double[] x = new double[program.columns()];
    for (int j = 0; j < x.length; j++) {
      x[j] = required(variable(j).value(), "value of variable", program.columnName(j));
    }
    double[] y = new double[program.rows()];
    for (int i = 0; i < y.length; i++) {
      y[i] = sigma * required(constraint(i).dual(), "dual of constraint", program.rowName(i));
    }
    refuseUnknown(claim.variables().keySet(), columnIndices(), "variable");
    refuseUnknown(claim.constraints().keySet(), rowIndices(), "constraint");

    Errors errors = verifier.measure(x, y);
    error("rows: distance of the activities", errors.rowResidual());
    error("columns: distance of x to its bounds", errors.columnBounds());
    error("stationarity: Px + q - A'y - z", errors.dualResidual());
    error("row duals: distance to the allowed signs", errors.rowDuals());
    error("gap of primal and dual objective", errors.objectiveGap());
    error("complementarity", errors.complementarity());
    if (cones.isNeeded()) {
      lines.add(cones.slacks(x));
      lines.add(cones.multipliers(y));
    }
    compareObjective("claimed objective", claim.objective(), errors.primalObjective());
    compareObjective("claimed dual objective", claim.dualObjective(), errors.dualObjective());
    compareVariables(x, y);
    compareConstraints(x);
    return report(Status.OPTIMAL.label(), errors, null);
  }

  private Variable variable(int j) {
    Variable variable = claim.variables().get(program.columnName(j));
    if (variable == null) {
      throw new InputException(
          "The solution has no variable \"" + program.columnName(j) + "\", which the problem has.");
    }
    return variable;
  }

  private Constraint constraint(int i) {
    Constraint constraint = claim.constraints().get(program.rowName(i));
    if (constraint == null) {
      throw new InputException(
          "The solution has no constraint \"" + program.rowName(i) + "\", which the problem has.");
    }
    return constraint;
  }

  private static double required(@Nullable Double value, String what, String name) {
    if (value == null) {
      throw new InputException("The solution does not state the " + what + " \"" + name + "\".");
    }
    return value;
  }

  private void error(String what, double measured) {
    lines.add(new Line(what, measured, tolerance, ""));
  }

  private void compareObjective(String what, @Nullable Double claimed, double minimized) {
    if (claimed != null) {
      double recomputed = program.userObjective(minimized);
      lines.add(
          new Line(
              what,
              difference(claimed, recomputed) / (1.0 + Math.abs(recomputed)),
              tolerance,
              claimed + ", recomputed " + recomputed));
    }
  }

  private void compareVariables(double[] x, double[] y) {
    Comparison reducedCosts = new Comparison("claimed reduced costs");
    Comparison bounds = new Comparison("claimed bounds");
    double[] sizes = reducedCostSizes(x, y);
    for (int j = 0; j < x.length; j++) {
      Variable variable = variable(j);
      String name = program.columnName(j);
      reducedCosts.add(name, variable.reducedCost(), sigma * verifier.reducedCost(j), sizes[j]);
      bounds.add(name, variable.lower(), program.columnLower()[j], 0.0);
      bounds.add(name, variable.upper(), program.columnUpper()[j], 0.0);
    }
    reducedCosts.finish();
    bounds.finish();
  }

  private void compareConstraints(double[] x) {
    Comparison activities = new Comparison("claimed activities");
    Comparison slacks = new Comparison("claimed slacks");
    double[] sizes = activitySizes(x);
    for (int i = 0; i < program.rows(); i++) {
      Constraint constraint = constraint(i);
      double activity = verifier.activity(i);
      double slack = Math.min(activity - program.rowLower()[i], program.rowUpper()[i] - activity);
      activities.add(program.rowName(i), constraint.activity(), activity, sizes[i]);
      slacks.add(program.rowName(i), constraint.slack(), slack, sizes[i]);
    }
    activities.finish();
    slacks.finish();
  }

  /** The largest difference between claimed and recomputed numbers of one kind. */
  private final class Comparison {
    private final String what;
    private double largest;
    private String where = "";
    private int count;

    Comparison(String what) {
      this.what = what;
    }

    /**
     * Compares one number, if it is claimed.
     *
     * @param size sum of the absolute values of the terms behind it, which rounding goes with
     */
    void add(String name, @Nullable Double claimed, double recomputed, double size) {
      if (claimed == null) {
        return;
      }
      count++;
      double terms = Double.isInfinite(recomputed) ? 0.0 : Math.max(size, Math.abs(recomputed));
      double error = difference(claimed, recomputed) / (1.0 + terms);
      if (!(Math.abs(error) <= Math.abs(largest))) {
        largest = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
        where = "\"" + name + "\": " + claimed + ", recomputed " + recomputed;
      }
    }

    void finish() {
      if (count > 0) {
        lines.add(new Line(what, largest, tolerance, where));
      }
    }
  }

  private static double difference(double claimed, double recomputed) {
    return claimed == recomputed ? 0.0 : claimed - recomputed;
  }

  /** Component j of |P||x| + |q| + |A|'|y|. */
  private double[] reducedCostSizes(double[] x, double[] y) {
    double[] sizes = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      sizes[j] += Math.abs(program.q()[j]);
      for (int k = program.a().columnStarts()[j]; k < program.a().columnStarts()[j + 1]; k++) {
        sizes[j] += Math.abs(program.a().values()[k] * y[program.a().rowIndices()[k]]);
      }
      for (int k = program.p().columnStarts()[j]; k < program.p().columnStarts()[j + 1]; k++) {
        int i = program.p().rowIndices()[k];
        sizes[j] += Math.abs(program.p().values()[k] * x[i]);
        if (i != j) {
          sizes[i] += Math.abs(program.p().values()[k] * x[j]);
        }
      }
    }
    return sizes;
  }

  /** Component i of |A||x|. */
  private double[] activitySizes(double[] x) {
    double[] sizes = new double[program.rows()];
    for (int j = 0; j < x.length; j++) {
      for (int k = program.a().columnStarts()[j]; k < program.a().columnStarts()[j + 1]; k++) {
        sizes[program.a().rowIndices()[k]] += Math.abs(program.a().values()[k] * x[j]);
      }
    }
    return sizes;
  }

  private CheckReport certificate(String status) {
    Ray ray = claim.certificate();
    if (ray == null) {
      throw new InputException(
          "The solution claims the status " + status + " but has no certificate.");
    }
    boolean primal = status.equals(Status.PRIMAL_INFEASIBLE.label());
    Certificate certificate =
        switch (ray.kind()) {
          case "farkas" -> verifier.farkas(vector(ray, rowIndices(), "constraint"));
          case "recession" -> verifier.recession(vector(ray, columnIndices(), "variable"));
          case "crossed-bounds" -> crossedBounds(ray);
          default ->
              throw new InputException("The certificate kind \"" + ray.kind() + "\" is unknown.");
        };
    if (primal == certificate instanceof Certificate.Recession) {
      throw new InputException(
          "A certificate of kind " + ray.kind() + " cannot prove the status " + status + ".");
    }
    String detail =
        certificate.error() == Double.POSITIVE_INFINITY ? "it proves nothing" : "of a gap of 1";
    lines.add(new Line("certificate " + ray.kind(), certificate.error(), tolerance, detail));
    if (cones.isNeeded()) {
      addCones(certificate);
    }
    return report(status, null, certificate.error());
  }

  /** Certificates are scaled so that the gap, or the fall of the objective, is 1 to 2. */
  private void addCones(Certificate certificate) {
    switch (certificate) {
      case Certificate.Farkas farkas -> lines.add(cones.farkas(farkas.y(), 1.0));
      case Certificate.Recession recession -> lines.add(cones.recession(recession.x(), 1.0));
      case Certificate.CrossedBounds _ -> {
        // Two numbers prove it, no cone.
      }
    }
  }

  private static double[] vector(Ray ray, Map<String, Integer> indices, String what) {
    double[] vector = new double[indices.size()];
    ray.ray()
        .forEach(
            (name, value) -> {
              Integer index = indices.get(name);
              if (index == null) {
                throw unknown(what, name);
              }
              vector[index] = value;
            });
    return vector;
  }

  private Certificate.CrossedBounds crossedBounds(Ray ray) {
    if (ray.ray().size() != 1) {
      throw new InputException(
          "A certificate of kind crossed-bounds names one row or column but this one names "
              + ray.ray().size()
              + ".");
    }
    String name = ray.ray().keySet().iterator().next();
    Integer row = rowIndices().get(name);
    Integer column = columnIndices().get(name);
    if (row != null && (column == null || program.rowLower()[row] > program.rowUpper()[row])) {
      return new Certificate.CrossedBounds(
          true, row, program.rowLower()[row], program.rowUpper()[row]);
    }
    if (column == null) {
      throw unknown("row or column", name);
    }
    return new Certificate.CrossedBounds(
        false, column, program.columnLower()[column], program.columnUpper()[column]);
  }

  private Map<String, Integer> columnIndices() {
    Map<String, Integer> indices = new HashMap<>();
    for (int j = 0; j < program.columns(); j++) {
      indices.put(program.columnName(j), j);
    }
    return indices;
  }

  private Map<String, Integer> rowIndices() {
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < program.rows(); i++) {
      indices.put(program.rowName(i), i);
    }
    return indices;
  }

  private static void refuseUnknown(Set<String> named, Map<String, Integer> indices, String what) {
    Set<String> unknown = new HashSet<>(named);
    unknown.removeAll(indices.keySet());
    if (!unknown.isEmpty()) {
      throw unknown(what, unknown.stream().sorted().findFirst().orElseThrow());
    }
  }

  private static InputException unknown(String what, String name) {
    return new InputException(
        "The solution names the " + what + " \"" + name + "\", which the problem does not have.");
  }

  private CheckReport report(
      String status, @Nullable Errors errors, @Nullable Double certificateError) {
    boolean proved = lines.stream().allMatch(Line::holds);
    return new CheckReport(status, proved, tolerance, errors, certificateError, List.copyOf(lines));
  }
}
