package org.infimum.convex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.infimum.core.InputException;
import org.infimum.core.Problem;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A convex conic program with column bounds:
 *
 * <pre>
 *   minimize    1/2 x'Px + q'x + r
 *   subject to  Ax + s = b,  s in K = K1 x ... x Kp,  columnLower &lt;= x &lt;= columnUpper
 * </pre>
 *
 * P is n x n, symmetric positive semidefinite, stored as its upper triangle; A is m x n. The dual
 * of row i, {@code y[i]}, is signed as d objective / d right-hand side of the minimization: {@code
 * y >= 0} where the activity {@code a = Ax} rests on a lower end, {@code y <= 0} on an upper end,
 * so that the Lagrangian's stationarity reads {@code Px + q - A'y - reducedCosts = 0}. A {@link
 * Sense#MAXIMIZE} program is stored negated; {@link #userObjective} turns a value back.
 *
 * <p>Bounds of 1e20 and more in absolute value count as infinite. Instances are immutable by
 * convention: arrays are neither copied nor to be written to.
 */
public final class ConicProgram implements Problem {
  /** Bounds at least this large in absolute value are infinite. */
  public static final double INFINITE_BOUND = 1e20;

  private final String name;
  private final Sense sense;
  private final SparseMatrix p;
  private final double[] q;
  private final double r;
  private final SparseMatrix a;
  private final double[] b;
  private final List<Cone> cones;
  private final double[] columnLower;
  private final double[] columnUpper;
  private final double[] rowLower;
  private final double[] rowUpper;
  private final @Nullable IntFunction<String> columnNames;
  private final @Nullable IntFunction<String> rowNames;
  private final String objectiveName;

  private ConicProgram(Builder builder, SparseMatrix a, List<Cone> cones, double[] b) {
    this.name = builder.name;
    this.sense = builder.sense;
    this.a = a;
    this.q = builder.q;
    int n = q.length;
    this.p = builder.p == null ? SparseMatrix.zero(n, n) : builder.p;
    this.r = builder.r;
    this.b = b;
    this.cones = List.copyOf(cones);
    this.columnLower = builder.columnLower == null ? filled(n, 0.0) : builder.columnLower;
    this.columnUpper =
        builder.columnUpper == null ? filled(n, Double.POSITIVE_INFINITY) : builder.columnUpper;
    this.columnNames = builder.columnNames;
    this.rowNames = builder.rowNames;
    this.objectiveName = builder.objectiveName;
    this.rowLower = new double[b.length];
    this.rowUpper = new double[b.length];
    validate();
    clampInfinite(columnLower, columnUpper);
    rowEnds(this.cones, b, rowLower, rowUpper);
    clampInfinite(rowLower, rowUpper);
  }

  /** Writes the ends that {@code s = b - Ax} in the cones sets to the activities. */
  static void rowEnds(List<Cone> cones, double[] b, double[] rowLower, double[] rowUpper) {
    int at = 0;
    for (int c = 0; c < cones.size(); c++) {
      Cone cone = cones.get(c);
      int end = at + cone.dimension();
      switch (cone) {
        case ZeroCone zero -> {
          System.arraycopy(b, at, rowLower, at, zero.dimension());
          System.arraycopy(b, at, rowUpper, at, zero.dimension());
        }
        case NonnegativeCone nonnegative -> {
          Arrays.fill(rowLower, at, end, Double.NEGATIVE_INFINITY);
          System.arraycopy(b, at, rowUpper, at, nonnegative.dimension());
        }
        case IntervalCone interval -> {
          for (int i = at; i < end; i++) {
            rowLower[i] = b[i] - interval.upper()[i - at];
            rowUpper[i] = b[i] - interval.lower()[i - at];
          }
        }
        case CurvedCone curved -> {
          Arrays.fill(rowLower, at, at + curved.dimension(), Double.NEGATIVE_INFINITY);
          Arrays.fill(rowUpper, at, at + curved.dimension(), Double.POSITIVE_INFINITY);
        }
      }
      at = end;
    }
  }

  /**
   * A linear or quadratic program {@code rowLower <= Ax <= rowUpper}: one {@link IntervalCone} with
   * {@code b = 0}. Continue with the builder's setters and {@link Builder#build()}.
   *
   * @param q linear cost, length n
   * @param a constraint matrix, m x n
   */
  public static Builder rows(double[] q, SparseMatrix a, double[] rowLower, double[] rowUpper) {
    return new Builder(q, a, rowLower, rowUpper, null, null);
  }

  /** A program in conic form {@code Ax + s = b, s in cones}, columns free unless bounds are set. */
  public static Builder conic(double[] q, SparseMatrix a, double[] b, List<Cone> cones) {
    int n = q.length;
    return new Builder(q, a, null, null, b, cones)
        .columnBounds(filled(n, Double.NEGATIVE_INFINITY), filled(n, Double.POSITIVE_INFINITY));
  }

  /** The same program on arrays of its own, for an owner who replaces their numbers. */
  ConicProgram copy() {
    Builder builder = new Builder(q.clone(), copy(a), null, null, null, null);
    builder.name = name;
    builder.sense = sense;
    builder.p = copy(p);
    builder.r = r;
    builder.columnLower = columnLower.clone();
    builder.columnUpper = columnUpper.clone();
    builder.columnNames = columnNames;
    builder.rowNames = rowNames;
    builder.objectiveName = objectiveName;
    return new ConicProgram(builder, builder.a, cones, b.clone());
  }

  private static SparseMatrix copy(SparseMatrix matrix) {
    return new SparseMatrix(
        matrix.rows(),
        matrix.columns(),
        matrix.columnStarts(),
        matrix.rowIndices(),
        matrix.values().clone());
  }

  private static double[] filled(int length, double value) {
    double[] array = new double[length];
    Arrays.fill(array, value);
    return array;
  }

  private static void clampInfinite(double[] lower, double[] upper) {
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] <= -INFINITE_BOUND) {
        lower[i] = Double.NEGATIVE_INFINITY;
      }
      if (upper[i] >= INFINITE_BOUND) {
        upper[i] = Double.POSITIVE_INFINITY;
      }
    }
  }

  private void validate() {
    int n = q.length;
    int m = b.length;
    if (a.columns() != n || a.rows() != m) {
      throw new InputException(
          "The matrix A is "
              + a.rows()
              + " x "
              + a.columns()
              + " but "
              + m
              + " x "
              + n
              + " is needed.");
    }
    if (p.rows() != n || p.columns() != n) {
      throw new InputException(
          "The matrix P is "
              + p.rows()
              + " x "
              + p.columns()
              + " but there are "
              + n
              + " columns.");
    }
    int covered = 0;
    for (Cone cone : cones) {
      covered += cone.dimension();
    }
    if (covered != m) {
      throw new InputException("The cones cover " + covered + " rows but there are " + m + ".");
    }
    if (columnLower.length != n || columnUpper.length != n) {
      throw new InputException("The column bounds do not have the length " + n + ".");
    }
    int cost = firstNotFinite(q);
    if (cost >= 0) {
      throw new InputException(
          "The cost of column " + columnName(cost) + " is not finite: " + q[cost] + ".");
    }
    int side = firstNotFinite(b);
    if (side >= 0) {
      throw new InputException(
          "The right-hand side of row " + rowName(side) + " is not finite: " + b[side] + ".");
    }
    if (!Double.isFinite(r)) {
      throw new InputException("The objective constant is not finite: " + r + ".");
    }
    for (int j = 0; j < n; j++) {
      if (Double.isNaN(columnLower[j]) || Double.isNaN(columnUpper[j])) {
        throw new InputException("A bound of column " + columnName(j) + " is not a number.");
      }
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        if (!Double.isFinite(a.values()[k])) {
          throw new InputException(
              "The coefficient of row "
                  + rowName(a.rowIndices()[k])
                  + " and column "
                  + columnName(j)
                  + " is not finite: "
                  + a.values()[k]
                  + ".");
        }
      }
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        if (p.rowIndices()[k] > j) {
          throw new InputException(
              "The matrix P must hold its upper triangle only; there is an entry at row "
                  + p.rowIndices()[k]
                  + ", column "
                  + j
                  + ".");
        }
        if (!Double.isFinite(p.values()[k])) {
          throw new InputException(
              "The quadratic coefficient of columns "
                  + columnName(p.rowIndices()[k])
                  + " and "
                  + columnName(j)
                  + " is not finite: "
                  + p.values()[k]
                  + ".");
        }
      }
    }
  }

  /** The index of the first number that is not finite, or -1. */
  private static int firstNotFinite(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String name() {
    return name;
  }

  /** The direction of the objective as the user stated it; P, q and r are always minimized. */
  public Sense sense() {
    return sense;
  }

  /** Number of columns (variables) n. */
  public int columns() {
    return q.length;
  }

  /** Number of rows (constraints) m. */
  public int rows() {
    return b.length;
  }

  /** The upper triangle of the quadratic term, n x n. */
  public SparseMatrix p() {
    return p;
  }

  /** The linear cost, length n. */
  public double[] q() {
    return q;
  }

  /** The objective constant. */
  public double r() {
    return r;
  }

  /** The constraint matrix, m x n. */
  public SparseMatrix a() {
    return a;
  }

  /** The right-hand side of {@code Ax + s = b}, length m. */
  public double[] b() {
    return b;
  }

  /** The cones in the order of the rows they cover. */
  public List<Cone> cones() {
    return cones;
  }

  /** Lower column bounds, {@code -infinity} where there is none. */
  public double[] columnLower() {
    return columnLower;
  }

  /** Upper column bounds, {@code +infinity} where there is none. */
  public double[] columnUpper() {
    return columnUpper;
  }

  /** Lower ends of the activities {@code Ax}, {@code -infinity} in the rows of curved cones. */
  public double[] rowLower() {
    return rowLower;
  }

  /** Upper ends of the activities {@code Ax}, {@code +infinity} in the rows of curved cones. */
  public double[] rowUpper() {
    return rowUpper;
  }

  /** Whether every row is an equality or an interval: a linear or quadratic program. */
  public boolean isPolyhedral() {
    for (Cone cone : cones) {
      if (cone instanceof CurvedCone) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is no quadratic term. */
  public boolean isLinear() {
    return p.nonzeros() == 0;
  }

  /** The name of column {@code j}, {@code x1}, {@code x2}, ... if none were given. */
  public String columnName(int j) {
    return columnNames == null ? "x" + (j + 1) : columnNames.apply(j);
  }

  /** The name of row {@code i}, {@code c1}, {@code c2}, ... if none were given. */
  public String rowName(int i) {
    return rowNames == null ? "c" + (i + 1) : rowNames.apply(i);
  }

  /** The name of the objective row. */
  public String objectiveName() {
    return objectiveName;
  }

  /** A value of the stored (minimized) objective as the user's objective. */
  public double userObjective(double minimized) {
    return sense == Sense.MAXIMIZE ? -minimized : minimized;
  }

  /** Collects the optional parts of a program. */
  public static final class Builder {
    private final double[] q;
    private final SparseMatrix a;
    private final double @Nullable [] rowLower;
    private final double @Nullable [] rowUpper;
    private final double @Nullable [] b;
    private final @Nullable List<Cone> cones;
    private String name = "";
    private Sense sense = Sense.MINIMIZE;
    private @Nullable SparseMatrix p;
    private double r;
    private double @Nullable [] columnLower;
    private double @Nullable [] columnUpper;
    private @Nullable IntFunction<String> columnNames;
    private @Nullable IntFunction<String> rowNames;
    private String objectiveName = "obj";

    private Builder(
        double[] q,
        SparseMatrix a,
        double @Nullable [] rowLower,
        double @Nullable [] rowUpper,
        double @Nullable [] b,
        @Nullable List<Cone> cones) {
      this.q = q;
      this.a = a;
      this.rowLower = rowLower;
      this.rowUpper = rowUpper;
      this.b = b;
      this.cones = cones;
    }

    /** Sets the problem's name. */
    public Builder name(String value) {
      name = value;
      return this;
    }

    /** States the direction; P, q and r must already be those of the minimization. */
    public Builder sense(Sense value) {
      sense = value;
      return this;
    }

    /** Sets the quadratic term: the upper triangle of P, n x n. */
    public Builder quadratic(SparseMatrix upperTriangle) {
      p = upperTriangle;
      return this;
    }

    /** Sets the objective constant r. */
    public Builder constant(double value) {
      r = value;
      return this;
    }

    /**
     * Sets the column bounds; without them columns are {@code [0, infinity)} (free in conic form).
     */
    public Builder columnBounds(double[] lower, double[] upper) {
      columnLower = lower;
      columnUpper = upper;
      return this;
    }

    /** Sets the names of columns and rows. */
    public Builder names(String[] columns, String[] rows) {
      return names(j -> columns[j], i -> rows[i]);
    }

    /**
     * Sets the names of columns and rows as functions of their index, for names that follow a
     * pattern: a semidefinite block of order 2000 has two million.
     */
    public Builder names(IntFunction<String> columns, IntFunction<String> rows) {
      columnNames = columns;
      rowNames = rows;
      return this;
    }

    /** Sets the name of the objective row. */
    public Builder objectiveName(String value) {
      objectiveName = value;
      return this;
    }

    /**
     * Validates and builds the program.
     *
     * @throws InputException if a dimension does not fit or a number is not finite
     */
    public ConicProgram build() {
      List<Cone> family = new ArrayList<>();
      if (cones != null && b != null) {
        family.addAll(cones);
        return new ConicProgram(this, a, family, b);
      }
      if (rowLower == null || rowUpper == null || rowLower.length != rowUpper.length) {
        throw new InputException("The lower and upper row ends do not have the same length.");
      }
      int m = rowLower.length;
      double[] lower = new double[m];
      double[] upper = new double[m];
      for (int i = 0; i < m; i++) {
        if (Double.isNaN(rowLower[i]) || Double.isNaN(rowUpper[i])) {
          String row = rowNames == null ? "c" + (i + 1) : rowNames.apply(i);
          throw new InputException("An end of row " + row + " is not a number.");
        }
        lower[i] = 0.0 - rowUpper[i];
        upper[i] = 0.0 - rowLower[i];
      }
      family.add(new IntervalCone(lower, upper));
      return new ConicProgram(this, a, family, new double[m]);
    }
  }
}
