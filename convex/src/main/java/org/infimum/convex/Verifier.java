package org.infimum.convex;

import java.util.ArrayList;
import java.util.List;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Measures on the original problem, in double-double arithmetic, what a pair, a Farkas ray or a
 * recession ray proves. It shares no arithmetic with the solvers and trusts nothing they computed.
 *
 * <p>A verifier allocates when it is built and never in {@link #measureWithin}, {@link
 * #farkasError} and {@link #recessionError}. It reads the program's arrays anew at each call. Not
 * thread-safe.
 */
public final class Verifier {
  private final ConicProgram program;

  /** An array, because iterating over a list would allocate. */
  private final SetMeasure[] rowSets;

  private final SetMeasure columnSet;
  private final DoubleDoubleVector point;
  private final DoubleDoubleVector activities;
  private final DoubleDoubleVector rowMultipliers;
  private final DoubleDoubleVector reducedCosts;
  private final DoubleDouble primal = new DoubleDouble();
  private final DoubleDouble dual = new DoubleDouble();
  private final DoubleDouble sum = new DoubleDouble();

  private double rowResidual;
  private double columnBounds;
  private double dualResidual;
  private double rowDuals;
  private double objectiveGap;
  private double complementarity;
  private double primalObjective;
  private double dualObjective;

  /** A verifier for {@code program}; nothing is proved until something is measured. */
  public Verifier(ConicProgram program) {
    this.program = program;
    int n = program.columns();
    int m = program.rows();
    List<SetMeasure> sets = new ArrayList<>();
    int begin = 0;
    for (Cone cone : program.cones()) {
      sets.add(SetMeasure.of(program, cone, begin));
      begin += cone.dimension();
    }
    rowSets = sets.toArray(new SetMeasure[0]);
    columnSet = new IntervalMeasure(program.columnLower(), program.columnUpper(), 0, n);
    point = new DoubleDoubleVector(n);
    activities = new DoubleDoubleVector(m);
    rowMultipliers = new DoubleDoubleVector(m);
    reducedCosts = new DoubleDoubleVector(n);
    forget();
  }

  /**
   * The six errors of the pair {@code (x, y)}. If a component is not finite, or the computation
   * overflows, all six are infinite and the objectives are {@code +infinity} and {@code -infinity}.
   *
   * @param x point, length n
   * @param y row duals, length m, signed as in {@link ConicProgram}
   */
  public Errors measure(double[] x, double[] y) {
    measurePair(x, y);
    return new Errors(
        rowResidual,
        columnBounds,
        dualResidual,
        rowDuals,
        objectiveGap,
        complementarity,
        primalObjective,
        dualObjective);
  }

  /**
   * Whether the six errors of the pair {@code (x, y)} are within {@code tolerance}; the getters
   * give them. Allocates nothing.
   */
  public boolean measureWithin(double[] x, double[] y, double tolerance) {
    measurePair(x, y);
    double largest =
        Math.max(
            Math.max(Math.max(rowResidual, columnBounds), Math.max(dualResidual, rowDuals)),
            Math.max(Math.abs(objectiveGap), Math.abs(complementarity)));
    return largest <= tolerance;
  }

  private void measurePair(double[] x, double[] y) {
    requireLength(x, program.columns(), "point");
    requireLength(y, program.rows(), "row duals");
    forget();
    if (!isFinite(x) || !isFinite(y)) {
      return;
    }
    point.set(x);
    rowMultipliers.set(y);
    multiply(x);
    multiplyQuadratic(x);

    sum.clear();
    for (int j = 0; j < x.length; j++) {
      sum.addProduct(reducedCosts.high(j), reducedCosts.low(j), x[j]);
    }
    double quadraticHigh = 0.5 * sum.high();
    double quadraticLow = 0.5 * sum.low();
    double[] q = program.q();
    primal.set(quadraticHigh, quadraticLow);
    for (int j = 0; j < x.length; j++) {
      primal.addProduct(q[j], x[j]);
    }
    primal.add(program.r());

    subtractTransposed(y, q);
    dual.set(-quadraticHigh, -quadraticLow);
    dual.add(program.r());
    addInfima(dual);
    sum.clear();
    for (SetMeasure set : rowSets) {
      set.addComplementarity(activities, rowMultipliers, sum);
    }
    columnSet.addComplementarity(point, reducedCosts, sum);
    recordPair();
  }

  /** Turns the sums into the six errors, unless anything has overflown. */
  private void recordPair() {
    double costScale = 1.0 + norm(program.q());
    double rowNorm = 0.0;
    double rowDistance = 0.0;
    for (SetMeasure set : rowSets) {
      rowNorm = Math.max(rowNorm, set.norm());
      rowDistance = Math.max(rowDistance, set.distance(activities));
    }
    double objectiveScale = 1.0 + Math.abs(primal.high()) + Math.abs(dual.high());
    double complementaritySum = sum.high();
    sum.set(primal.high(), primal.low());
    sum.add(-dual.high(), -dual.low());
    if (!activities.isFinite()
        || !reducedCosts.isFinite()
        || !Double.isFinite(objectiveScale)
        || !Double.isFinite(complementaritySum)) {
      return;
    }
    rowResidual = rowDistance / (1.0 + rowNorm);
    columnBounds = columnSet.distance(point) / (1.0 + columnSet.norm());
    dualResidual = columnSet.multiplierDistance(reducedCosts) / costScale;
    rowDuals = rowMultiplierDistance() / costScale;
    objectiveGap = sum.high() / objectiveScale;
    complementarity = complementaritySum / objectiveScale;
    primalObjective = primal.high();
    dualObjective = dual.high();
  }

  /**
   * The relative error of the Farkas proof {@code y}, as defined in {@link Certificate.Farkas}:
   * {@code +infinity} if the gap is not positive or not finite. Allocates nothing.
   *
   * @param y row multipliers of any scale, length m
   */
  public double farkasError(double[] y) {
    double gap = farkasGap(y);
    if (!(gap > 0.0 && gap < Double.POSITIVE_INFINITY) || !reducedCosts.isFinite()) {
      return Double.POSITIVE_INFINITY;
    }
    double uncovered =
        Math.max(rowMultiplierDistance(), columnSet.multiplierDistance(reducedCosts));
    return orInfinite(uncovered / gap);
  }

  /**
   * The Farkas certificate that {@code y} gives: a copy scaled by a power of two, which keeps every
   * digit, and its error.
   */
  public Certificate.Farkas farkas(double[] y) {
    double error = farkasError(y);
    double[] scaled = error < Double.POSITIVE_INFINITY ? scaled(y, dual.high()) : y.clone();
    return new Certificate.Farkas(scaled, error);
  }

  /** Leaves the gap in {@link #dual} and -A'y in {@link #reducedCosts}. */
  private double farkasGap(double[] y) {
    requireLength(y, program.rows(), "row multipliers");
    if (!isFinite(y)) {
      return Double.NaN;
    }
    rowMultipliers.set(y);
    reducedCosts.clear();
    subtractTransposed(y, null);
    dual.clear();
    addInfima(dual);
    return dual.high();
  }

  /**
   * The relative error of the recession proof {@code x}, as defined in {@link
   * Certificate.Recession}: {@code +infinity} if q'x is not negative or not finite. Allocates
   * nothing.
   *
   * @param x direction of any scale, length n
   */
  public double recessionError(double[] x) {
    requireLength(x, program.columns(), "direction");
    if (!isFinite(x)) {
      return Double.POSITIVE_INFINITY;
    }
    primal.clear();
    double[] q = program.q();
    for (int j = 0; j < x.length; j++) {
      primal.addProduct(q[j], x[j]);
    }
    double slope = primal.high();
    if (!(slope < 0.0 && slope > Double.NEGATIVE_INFINITY)) {
      return Double.POSITIVE_INFINITY;
    }
    point.set(x);
    multiply(x);
    multiplyQuadratic(x);
    double departure = Math.max(reducedCosts.norm(), columnSet.recessionDistance(point));
    for (SetMeasure set : rowSets) {
      departure = Math.max(departure, set.recessionDistance(activities));
    }
    return activities.isFinite() ? orInfinite(departure / -slope) : Double.POSITIVE_INFINITY;
  }

  /**
   * The recession certificate that {@code x} gives: a copy scaled by a power of two, which keeps
   * every digit, and its error.
   */
  public Certificate.Recession recession(double[] x) {
    double error = recessionError(x);
    double[] scaled = error < Double.POSITIVE_INFINITY ? scaled(x, primal.high()) : x.clone();
    return new Certificate.Recession(scaled, error);
  }

  /** The first row, else the first column, whose lower end lies above its upper end, if any. */
  public Certificate.@Nullable CrossedBounds crossedBounds() {
    int row = firstCrossed(program.rowLower(), program.rowUpper());
    if (row >= 0) {
      return new Certificate.CrossedBounds(
          true, row, program.rowLower()[row], program.rowUpper()[row]);
    }
    int column = firstCrossed(program.columnLower(), program.columnUpper());
    if (column >= 0) {
      return new Certificate.CrossedBounds(
          false, column, program.columnLower()[column], program.columnUpper()[column]);
    }
    return null;
  }

  /** Whether {@link #crossedBounds} finds any. Allocates nothing. */
  boolean hasCrossedBounds() {
    return firstCrossed(program.rowLower(), program.rowUpper()) >= 0
        || firstCrossed(program.columnLower(), program.columnUpper()) >= 0;
  }

  /** See {@link Errors#rowResidual}. */
  public double rowResidual() {
    return rowResidual;
  }

  /** See {@link Errors#columnBounds}. */
  public double columnBounds() {
    return columnBounds;
  }

  /** See {@link Errors#dualResidual}. */
  public double dualResidual() {
    return dualResidual;
  }

  /** See {@link Errors#rowDuals}. */
  public double rowDuals() {
    return rowDuals;
  }

  /** See {@link Errors#objectiveGap}. */
  public double objectiveGap() {
    return objectiveGap;
  }

  /** See {@link Errors#complementarity}. */
  public double complementarity() {
    return complementarity;
  }

  /** The objective of the last point measured; {@code +infinity} if there is none. */
  public double primalObjective() {
    return primalObjective;
  }

  /** The dual objective of the last pair measured; {@code -infinity} if there is none. */
  public double dualObjective() {
    return dualObjective;
  }

  /** Component {@code row} of Ax for the pair measured last, rounded; gone with the next ray. */
  public double activity(int row) {
    return activities.high(row);
  }

  /**
   * Component {@code column} of Px + q - A'y for the pair measured last; gone with the next ray.
   */
  public double reducedCost(int column) {
    return reducedCosts.high(column);
  }

  private void forget() {
    rowResidual = Double.POSITIVE_INFINITY;
    columnBounds = Double.POSITIVE_INFINITY;
    dualResidual = Double.POSITIVE_INFINITY;
    rowDuals = Double.POSITIVE_INFINITY;
    objectiveGap = Double.POSITIVE_INFINITY;
    complementarity = Double.POSITIVE_INFINITY;
    primalObjective = Double.POSITIVE_INFINITY;
    dualObjective = Double.NEGATIVE_INFINITY;
  }

  /** Activities = Ax. */
  private void multiply(double[] x) {
    SparseMatrix a = program.a();
    int[] starts = a.columnStarts();
    int[] rows = a.rowIndices();
    double[] values = a.values();
    activities.clear();
    for (int j = 0; j < x.length; j++) {
      if (x[j] != 0.0) {
        for (int k = starts[j]; k < starts[j + 1]; k++) {
          activities.addProduct(rows[k], values[k], x[j]);
        }
      }
    }
  }

  /** Reduced costs = Px, from the upper triangle of P. */
  private void multiplyQuadratic(double[] x) {
    SparseMatrix p = program.p();
    int[] starts = p.columnStarts();
    int[] rows = p.rowIndices();
    double[] values = p.values();
    reducedCosts.clear();
    for (int j = 0; j < x.length; j++) {
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        int i = rows[k];
        reducedCosts.addProduct(i, values[k], x[j]);
        if (i != j) {
          reducedCosts.addProduct(j, values[k], x[i]);
        }
      }
    }
  }

  /** Reduced costs += q - A'y; without q for a ray. */
  private void subtractTransposed(double[] y, double @Nullable [] q) {
    SparseMatrix a = program.a();
    int[] starts = a.columnStarts();
    int[] rows = a.rowIndices();
    double[] values = a.values();
    for (int j = 0; j < program.columns(); j++) {
      sum.clear();
      reducedCosts.addTo(j, sum);
      if (q != null) {
        sum.add(q[j]);
      }
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        sum.addProduct(-values[k], y[rows[k]]);
      }
      reducedCosts.set(j, sum);
    }
  }

  private void addInfima(DoubleDouble objective) {
    for (SetMeasure set : rowSets) {
      set.addInfimum(rowMultipliers, objective);
    }
    columnSet.addInfimum(reducedCosts, objective);
  }

  private double rowMultiplierDistance() {
    double distance = 0.0;
    for (SetMeasure set : rowSets) {
      distance = Math.max(distance, set.multiplierDistance(rowMultipliers));
    }
    return distance;
  }

  /** The vector times the power of two that brings {@code size} to an absolute value in [1, 2). */
  private static double[] scaled(double[] vector, double size) {
    int exponent = -Math.getExponent(size);
    double[] scaled = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      scaled[i] = Math.scalb(vector[i], exponent);
    }
    return scaled;
  }

  private static int firstCrossed(double[] lower, double[] upper) {
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] > upper[i]) {
        return i;
      }
    }
    return -1;
  }

  private static double norm(double[] vector) {
    double norm = 0.0;
    for (double value : vector) {
      norm = Math.max(norm, Math.abs(value));
    }
    return norm;
  }

  private static boolean isFinite(double[] vector) {
    for (double value : vector) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static double orInfinite(double error) {
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  private static void requireLength(double[] vector, int length, String what) {
    if (vector.length != length) {
      throw new IllegalArgumentException(
          "the " + what + " has " + vector.length + " components but " + length + " are needed");
    }
  }
}
