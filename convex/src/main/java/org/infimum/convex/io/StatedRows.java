package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;

/**
 * A program as formats with quadratic rows state it: rows with ends, some with x'Qx. Rotated
 * second-order cones whose second row is a positive constant h and whose further rows have no
 * right-hand side are the quadratic rows {@code a'x + sum_r (l_r'x)^2 / (2h) <= u} again that
 * {@link QuadraticRows} makes them of. All other curved cones are refused.
 *
 * @param program the linear parts of all rows
 * @param quadratic by row of that program: the upper triangle of Q
 */
record StatedRows(ConicProgram program, Map<Integer, SparseMatrix> quadratic) {
  /**
   * The rows of the program.
   *
   * @param format what the sentence of a refusal calls the format
   */
  static StatedRows of(String format, ConicProgram program, ReadLog log) {
    if (program.isPolyhedral()) {
      return new StatedRows(program, Map.of());
    }
    SparseMatrix byRow = program.a().transpose();
    IntList kept = new IntList();
    Map<Integer, SparseMatrix> forms = new TreeMap<>();
    int row = 0;
    for (Cone cone : program.cones()) {
      if (cone instanceof CurvedCone curved) {
        if (!isQuadraticRow(curved, row, program, byRow)) {
          throw refusal(format, curved, program.rowName(row), log);
        }
        forms.put(kept.size(), form(program, byRow, row, row + curved.dimension()));
        kept.add(row);
      } else {
        for (int i = row; i < row + cone.dimension(); i++) {
          kept.add(i);
        }
      }
      row += cone.dimension();
    }
    return new StatedRows(linear(program, byRow, kept.toArray(), forms), forms);
  }

  /** The sentence for a cone that the format does not have. */
  static InputException refusal(String format, CurvedCone cone, String firstRow, ReadLog log) {
    return log.error(
        format
            + " cannot express the "
            + cone.description()
            + " that begins at row "
            + ReadLog.quote(firstRow)
            + ".");
  }

  private static boolean isQuadraticRow(
      CurvedCone cone, int row, ConicProgram program, SparseMatrix byRow) {
    boolean constantSecond =
        cone instanceof RotatedSecondOrderCone
            && byRow.columnStarts()[row + 1] == byRow.columnStarts()[row + 2]
            && program.b()[row + 1] > 0.0;
    for (int i = row + 2; i < row + cone.dimension() && constantSecond; i++) {
      constantSecond = program.b()[i] == 0.0;
    }
    return constantSecond;
  }

  /** The upper triangle of {@code sum_r l_r l_r' / (2h)}. */
  private static SparseMatrix form(ConicProgram program, SparseMatrix byRow, int row, int end) {
    int[] starts = byRow.columnStarts();
    int[] columns = byRow.rowIndices();
    double[] values = byRow.values();
    double scale = 0.5 / program.b()[row + 1];
    int capacity = 0;
    for (int r = row + 2; r < end; r++) {
      int length = starts[r + 1] - starts[r];
      capacity += length * (length + 1) / 2;
    }
    int[] first = new int[capacity];
    int[] second = new int[capacity];
    double[] product = new double[capacity];
    int count = 0;
    for (int r = row + 2; r < end; r++) {
      for (int k = starts[r]; k < starts[r + 1]; k++) {
        for (int l = starts[r]; l <= k; l++) {
          first[count] = columns[l];
          second[count] = columns[k];
          product[count++] = scale * values[l] * values[k];
        }
      }
    }
    int n = program.columns();
    return SparseMatrix.ofTriplets(n, n, count, first, second, product);
  }

  private static ConicProgram linear(
      ConicProgram program, SparseMatrix byRow, int[] kept, Map<Integer, SparseMatrix> forms) {
    int m = kept.length;
    double[] lower = new double[m];
    double[] upper = new double[m];
    int[] starts = new int[m + 1];
    IntList columns = new IntList();
    List<double[]> values = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      int from = kept[i];
      boolean isQuadratic = forms.containsKey(i);
      lower[i] = program.rowLower()[from];
      upper[i] = isQuadratic ? program.b()[from] : program.rowUpper()[from];
      int begin = byRow.columnStarts()[from];
      int end = byRow.columnStarts()[from + 1];
      for (int k = begin; k < end; k++) {
        columns.add(byRow.rowIndices()[k]);
      }
      values.add(Arrays.copyOfRange(byRow.values(), begin, end));
      starts[i + 1] = columns.size();
    }
    double[] all = values.stream().flatMapToDouble(Arrays::stream).toArray();
    SparseMatrix a =
        new SparseMatrix(program.columns(), m, starts, columns.toArray(), all).transpose();
    return ConicProgram.rows(program.q(), a, lower, upper)
        .name(program.name())
        .sense(program.sense())
        .quadratic(program.p())
        .constant(program.r())
        .columnBounds(program.columnLower(), program.columnUpper())
        .names(program::columnName, i -> program.rowName(kept[i]))
        .objectiveName(program.objectiveName())
        .build();
  }
}
