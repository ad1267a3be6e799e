package org.infimum.convex.model;

import java.util.Arrays;

/**
 * What the rules of disciplined convex programming need to know of each column and each parameter
 * element of a model: whether a column is a variable or the value of a convex or concave atom, and
 * the sign.
 */
final class Tags {
  private Curvature[] columnCurvature = new Curvature[0];
  private Sign[] columnSign = new Sign[0];
  private int[] columnAtom = new int[0];
  private int columns;
  private Sign[] parameterSign = new Sign[0];
  private int parameters;

  /** Number of columns: those of variables and those of atoms. */
  int columns() {
    return columns;
  }

  /** Number of parameter elements. */
  int parameters() {
    return parameters;
  }

  /**
   * Appends columns; returns the first.
   *
   * @param atom index of the atom they belong to, -1 for those of a variable
   */
  int addColumns(int count, Curvature curvature, Sign sign, int atom) {
    int first = columns;
    columns = Math.addExact(columns, count);
    if (columns > columnSign.length) {
      int larger = Math.max(columns, 2 * columnSign.length);
      columnCurvature = Arrays.copyOf(columnCurvature, larger);
      columnSign = Arrays.copyOf(columnSign, larger);
      columnAtom = Arrays.copyOf(columnAtom, larger);
    }
    Arrays.fill(columnAtom, first, columns, atom);
    Arrays.fill(columnCurvature, first, columns, curvature);
    setColumnSign(first, count, sign);
    return first;
  }

  /** The index of the atom a column belongs to, -1 for a variable's. */
  int atom(int column) {
    return columnAtom[column];
  }

  /** Appends parameter elements; returns the first. */
  int addParameters(int count) {
    int first = parameters;
    parameters = Math.addExact(parameters, count);
    if (parameters > parameterSign.length) {
      parameterSign = Arrays.copyOf(parameterSign, Math.max(parameters, 2 * parameterSign.length));
    }
    setParameterSign(first, count, Sign.UNKNOWN);
    return first;
  }

  void setColumnSign(int first, int count, Sign sign) {
    Arrays.fill(columnSign, first, first + count, sign);
  }

  void setParameterSign(int first, int count, Sign sign) {
    Arrays.fill(parameterSign, first, first + count, sign);
  }

  private Curvature curvatureOf(int column) {
    return column == Block.ONE ? Curvature.CONSTANT : columnCurvature[column];
  }

  private Sign factorSign(Block block, int entry) {
    int parameter = block.parameterOf(entry);
    Sign sign = Sign.of(block.value()[entry]);
    return parameter == Block.ONE ? sign : sign.times(parameterSign[parameter]);
  }

  /** The curvature of one row. */
  Curvature curvature(Block block, int row) {
    Curvature sum = Curvature.CONSTANT;
    for (int k = block.starts()[row]; k < block.starts()[row + 1]; k++) {
      Curvature term = curvatureOf(block.column()[k]);
      sum = sum.plus(term.isAffine() ? term : term.times(factorSign(block, k)));
    }
    return sum;
  }

  /** The sign of one row. */
  Sign sign(Block block, int row) {
    Sign sum = Sign.ZERO;
    for (int k = block.starts()[row]; k < block.starts()[row + 1] && sum != Sign.UNKNOWN; k++) {
      int column = block.column()[k];
      Sign factor = factorSign(block, k);
      sum = sum.plus(column == Block.ONE ? factor : factor.times(columnSign[column]));
    }
    return sum;
  }

  /** The curvature that all rows have. */
  Curvature curvature(Block block) {
    Curvature all = Curvature.CONSTANT;
    for (int i = 0; i < block.rows() && all != Curvature.UNKNOWN; i++) {
      all = all.plus(curvature(block, i));
    }
    return all;
  }

  /** The sign that all rows have. */
  Sign sign(Block block) {
    Sign all = Sign.ZERO;
    for (int i = 0; i < block.rows() && all != Sign.UNKNOWN; i++) {
      all = all.plus(sign(block, i));
    }
    return all;
  }

  /**
   * The column of an atom that keeps a row from being convex ({@code wanted} convex), concave or
   * affine; {@link Block#ONE} if none does.
   */
  int offendingColumn(Block block, Curvature wanted) {
    for (int i = 0; i < block.rows(); i++) {
      for (int k = block.starts()[i]; k < block.starts()[i + 1]; k++) {
        Curvature term = curvatureOf(block.column()[k]);
        if (!term.isAffine()) {
          Curvature scaled = term.times(factorSign(block, k));
          if (!(scaled.isAffine() || scaled == wanted)) {
            return block.column()[k];
          }
        }
      }
    }
    return Block.ONE;
  }
}
