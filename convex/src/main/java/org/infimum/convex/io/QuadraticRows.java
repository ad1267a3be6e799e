package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The quadratic parts of constraints {@code a'x + x'Qx <= u}, and how such a row becomes a rotated
 * second-order cone: with {@code x'Qx = sum_r (l_r'x)^2} from {@link SemidefiniteForm},
 *
 * <pre>
 *   s_0 = u - a'x,  s_1 = 1/2,  s_{1+r} = l_r'x,  2 s_0 s_1 >= sum_r s_{1+r}^2
 * </pre>
 *
 * A row {@code >= l} is negated first. The rows of the others come first, in their order; then each
 * cone: the row of s_0 has the name of the constraint, the others that name with {@code [half]},
 * {@code [1]}, {@code [2]}, ...
 */
final class QuadraticRows {
  private static final int SHOWN = 4;

  /** A quadratic part as it is read; its matrix is that of x'Qx. */
  private record Part(int row, int line, Quadratic entries, boolean isTriangle, double factor) {}

  private final List<Part> parts = new ArrayList<>();
  private final Set<Integer> rows = new HashSet<>();
  private final List<Cone> cones = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Entries entries = new Entries();

  /** Entries of the new matrix, in any order. */
  private static final class Entries {
    private final IntList row = new IntList();
    private final IntList column = new IntList();
    private double[] value = new double[1 << 6];

    void add(int i, int j, double coefficient) {
      if (row.size() == value.length) {
        value = Arrays.copyOf(value, 2 * value.length);
      }
      value[row.size()] = coefficient;
      row.add(i);
      column.add(j);
    }

    SparseMatrix toSparse(int rows, int columns) {
      return SparseMatrix.ofTriplets(
          rows, columns, row.size(), row.toArray(), column.toArray(), value);
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Whether the row of the program has a quadratic part already. */
  boolean contains(int row) {
    return rows.contains(row);
  }

  /**
   * Starts the quadratic part of a row of the program.
   *
   * @param isTriangle whether each entry stands for its mirror image too
   * @param factor what the entries are multiplied with to be those of x'Qx
   */
  Quadratic start(int row, int atLine, boolean isTriangle, double factor) {
    Quadratic quadratic = new Quadratic();
    rows.add(row);
    parts.add(new Part(row, atLine, quadratic, isTriangle, factor));
    return quadratic;
  }

  /** Rows, names and right-hand sides of the conic program; a is that of the linear parts. */
  ConicProgram.Builder conic(
      double[] q,
      SparseMatrix a,
      double[] lower,
      double[] upper,
      String[] rowNames,
      Columns columns,
      ReadOptions options,
      ReadLog log) {
    int m = lower.length;
    @Nullable Part[] partOf = new Part[m];
    for (Part part : parts) {
      partOf[part.row()] = part.entries().isZero() ? null : part;
    }
    SparseMatrix byRow = a.transpose();
    IntList linear = new IntList();
    for (int i = 0; i < m; i++) {
      if (partOf[i] == null) {
        copy(byRow, i, linear.size(), 1.0);
        linear.add(i);
        names.add(rowNames[i]);
      }
    }
    IntervalCone ends = ends(linear, lower, upper);
    if (ends.dimension() > 0) {
      cones.add(ends);
    }
    double[] b = new double[linear.size()];
    Set<String> taken = new HashSet<>(List.of(rowNames));
    for (int i = 0; i < m; i++) {
      Part part = partOf[i];
      if (part != null) {
        String name = rowNames[i];
        boolean negated = isNegated(lower[i], upper[i], name, part.line(), log);
        List<SemidefiniteForm.Square> squares =
            squares(part, negated ? -1.0 : 1.0, name, columns, options, log);
        b = Arrays.copyOf(b, names.size() + 2 + squares.size());
        b[names.size()] = negated ? 0.0 - lower[i] : upper[i];
        b[names.size() + 1] = 0.5;
        copy(byRow, i, names.size(), negated ? -1.0 : 1.0);
        addCone(name, squares, taken);
      }
    }
    return ConicProgram.conic(q, entries.toSparse(names.size(), q.length), b, cones);
  }

  String[] names() {
    return names.toArray(new String[0]);
  }

  private static IntervalCone ends(IntList rows, double[] lower, double[] upper) {
    int[] row = rows.toArray();
    double[] slackLower = new double[row.length];
    double[] slackUpper = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      slackLower[i] = 0.0 - upper[row[i]];
      slackUpper[i] = 0.0 - lower[row[i]];
    }
    return new IntervalCone(slackLower, slackUpper);
  }

  private void copy(SparseMatrix byRow, int from, int to, double sign) {
    for (int k = byRow.columnStarts()[from]; k < byRow.columnStarts()[from + 1]; k++) {
      entries.add(to, byRow.rowIndices()[k], sign * byRow.values()[k]);
    }
  }

  private void addCone(String name, List<SemidefiniteForm.Square> squares, Set<String> taken) {
    names.add(name);
    names.add(free(name + "[half]", taken));
    for (int r = 0; r < squares.size(); r++) {
      SemidefiniteForm.Square square = squares.get(r);
      for (int k = 0; k < square.column().length; k++) {
        entries.add(names.size(), square.column()[k], -square.value()[k]);
      }
      names.add(free(name + "[" + (r + 1) + "]", taken));
    }
    cones.add(new RotatedSecondOrderCone(2 + squares.size()));
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    while (!taken.add(free)) {
      free += "_";
    }
    return free;
  }

  /** Whether the row has a lower end only; equations and ranges are not convex. */
  private static boolean isNegated(double lower, double upper, String name, int line, ReadLog log) {
    boolean hasLower = lower > -ConicProgram.INFINITE_BOUND;
    boolean hasUpper = upper < ConicProgram.INFINITE_BOUND;
    if (hasLower && hasUpper) {
      throw log.error(
          line,
          "row "
              + ReadLog.quote(name)
              + " has a quadratic part and "
              + (lower == upper ? "is an equation" : "two ends")
              + ", which is not convex.");
    }
    if (!hasLower && !hasUpper) {
      throw log.error(
          line, "row " + ReadLog.quote(name) + " has a quadratic part but no end that bounds it.");
    }
    return hasLower;
  }

  private static List<SemidefiniteForm.Square> squares(
      Part part, double sign, String name, Columns columns, ReadOptions options, ReadLog log) {
    int[] column = part.entries().compress();
    Quadratic.Naming naming = k -> columns.quoted(column[k]);
    SparseMatrix q =
        part.isTriangle()
            ? part.entries().ofTriangle(column.length, naming, options, log)
            : part.entries().ofSymmetric("QCMATRIX", column.length, naming, options, log);
    double factor = sign * part.factor();
    for (int k = 0; k < q.values().length; k++) {
      q.values()[k] *= factor;
    }
    SemidefiniteForm form = new SemidefiniteForm(q);
    double[] negative = form.negativePoint();
    if (negative != null) {
      throw notConvex(part, sign, q, negative, name, naming, log);
    }
    if (form.tooLarge() > 0) {
      throw log.error(
          part.line(),
          "the quadratic part of row "
              + ReadLog.quote(name)
              + " couples "
              + form.tooLarge()
              + " columns; up to "
              + SemidefiniteForm.LARGEST_GROUP
              + " can be factored.");
    }
    return form.squares().stream().map(square -> global(square, column)).toList();
  }

  private static SemidefiniteForm.Square global(SemidefiniteForm.Square square, int[] column) {
    int[] columns = square.column().clone();
    for (int k = 0; k < columns.length; k++) {
      columns[k] = column[columns[k]];
    }
    return new SemidefiniteForm.Square(columns, square.value());
  }

  /** The sentence with a point where the quadratic part has the wrong sign. */
  private static InputException notConvex(
      Part part,
      double sign,
      SparseMatrix q,
      double[] point,
      String name,
      Quadratic.Naming naming,
      ReadLog log) {
    double[] product = new double[point.length];
    q.symmetricMultiplyAdd(sign, point, product);
    double value = 0.0;
    StringBuilder where = new StringBuilder();
    int shown = 0;
    for (int k = 0; k < point.length; k++) {
      value += product[k] * point[k];
      if (point[k] != 0.0 && shown++ < SHOWN) {
        where.append(where.isEmpty() ? "" : ", ").append(naming.quoted(k));
        where.append(" = ").append(point[k]);
      }
    }
    return log.error(
        part.line(),
        "row "
            + ReadLog.quote(name)
            + " is not convex: its quadratic part is "
            + value
            + " at "
            + where
            + (shown > SHOWN ? ", ..." : "")
            + " but would have to be at "
            + (sign > 0.0 ? "least" : "most")
            + " 0 everywhere.");
  }
}
