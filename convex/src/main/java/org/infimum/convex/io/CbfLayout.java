package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.Cone;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.SemidefiniteCone;

/**
 * Where the variables and constraints of a CBF file stand in the program.
 *
 * <ul>
 *   <li>Columns: the scalar variables in the order of the file, then the matrix variables as svec.
 *   <li>Rows: the polyhedral constraints in the order of the file as one {@link IntervalCone} (from
 *       which {@code b} is left out: their right-hand sides are its ends), the curved constraints,
 *       the matrix constraints, and for each curved domain of variables, then for each matrix
 *       variable, the rows {@code -x + s = 0, s in K}.
 * </ul>
 */
final class CbfLayout {
  private final List<CbfCone> variables;
  private final List<CbfCone> constraints;

  /** First column of each matrix variable, and behind the last. */
  private final int[] matrixColumn;

  private final List<SemidefiniteCone> matrices = new ArrayList<>();

  /** First row of each matrix constraint, and behind the last. */
  private final int[] matrixRow;

  private final List<SemidefiniteCone> matrixConstraints = new ArrayList<>();

  /** By constraint of the file: its row. */
  private final int[] row;

  /** By polyhedral row: its constraint. */
  private final int[] polyhedral;

  private final int polyhedralRows;

  /** First row of each block of rows behind the polyhedral ones, and what it is made of. */
  private final int[] blockRow;

  private final List<Block> blocks = new ArrayList<>();

  /** A block of curved rows: a constraint, a matrix constraint, or the domain of variables. */
  private record Block(CurvedCone cone, BlockKind kind, int number) {}

  private enum BlockKind {
    CONSTRAINT,
    MATRIX_CONSTRAINT,
    VARIABLES,
    MATRIX_VARIABLE
  }

  /**
   * @param orders of the matrix variables
   * @param constraintOrders of the matrix constraints
   */
  CbfLayout(
      List<CbfCone> variables,
      List<CbfCone> constraints,
      List<Integer> orders,
      List<Integer> constraintOrders) {
    this.variables = variables;
    this.constraints = constraints;
    orders.forEach(order -> matrices.add(new SemidefiniteCone(order)));
    constraintOrders.forEach(order -> matrixConstraints.add(new SemidefiniteCone(order)));
    int scalars = variables.isEmpty() ? 0 : variables.getLast().end();
    matrixColumn = begins(scalars, matrices);
    row = new int[constraints.isEmpty() ? 0 : constraints.getLast().end()];
    polyhedral = new int[row.length];
    polyhedralRows = numberPolyhedral();
    for (int c = 0; c < constraints.size(); c++) {
      addBlock(constraints.get(c), BlockKind.CONSTRAINT, c);
    }
    int firstMatrix = blocks.size();
    for (int c = 0; c < matrixConstraints.size(); c++) {
      blocks.add(new Block(matrixConstraints.get(c), BlockKind.MATRIX_CONSTRAINT, c));
    }
    for (int c = 0; c < variables.size(); c++) {
      addBlock(variables.get(c), BlockKind.VARIABLES, c);
    }
    for (int c = 0; c < matrices.size(); c++) {
      blocks.add(new Block(matrices.get(c), BlockKind.MATRIX_VARIABLE, c));
    }
    blockRow = begins(polyhedralRows, blocks.stream().map(Block::cone).toList());
    matrixRow = Arrays.copyOfRange(blockRow, firstMatrix, firstMatrix + matrixConstraints.size());
    numberCurved();
  }

  private static int[] begins(int first, List<? extends CurvedCone> cones) {
    int[] begins = new int[cones.size() + 1];
    begins[0] = first;
    for (int c = 0; c < cones.size(); c++) {
      begins[c + 1] = begins[c] + cones.get(c).dimension();
    }
    return begins;
  }

  private int numberPolyhedral() {
    int rows = 0;
    for (CbfCone cone : constraints) {
      if (cone.domain().isPolyhedral()) {
        for (int i = cone.begin(); i < cone.end(); i++) {
          row[i] = rows;
          polyhedral[rows++] = i;
        }
      }
    }
    return rows;
  }

  private void addBlock(CbfCone cone, BlockKind kind, int number) {
    if (!cone.domain().isPolyhedral() && cone.dimension() > 0) {
      blocks.add(new Block(cone.curved(), kind, number));
    }
  }

  private void numberCurved() {
    for (int k = 0; k < blocks.size(); k++) {
      if (blocks.get(k).kind() == BlockKind.CONSTRAINT) {
        CbfCone cone = constraints.get(blocks.get(k).number());
        for (int i = 0; i < cone.dimension(); i++) {
          row[cone.begin() + i] = blockRow[k] + cone.position(i);
        }
      }
    }
  }

  int rows() {
    return blockRow[blocks.size()];
  }

  int columns() {
    return matrixColumn[matrices.size()];
  }

  int scalars() {
    return matrixColumn[0];
  }

  int constraintCount() {
    return row.length;
  }

  int matrixCount() {
    return matrices.size();
  }

  int matrixConstraintCount() {
    return matrixConstraints.size();
  }

  int order(int matrix) {
    return matrices.get(matrix).order();
  }

  int constraintOrder(int matrixConstraint) {
    return matrixConstraints.get(matrixConstraint).order();
  }

  /** The row of a constraint of the file. */
  int row(int constraint) {
    return row[constraint];
  }

  /** Whether the row has ends; {@code s = Ax + b} makes the rows of the others {@code -A}. */
  boolean isPolyhedral(int programRow) {
    return programRow < polyhedralRows;
  }

  /** The row of element (i, j), in any order, of a matrix constraint. */
  int elementRow(int matrixConstraint, int i, int j) {
    return matrixRow[matrixConstraint]
        + matrixConstraints.get(matrixConstraint).position(Math.max(i, j), Math.min(i, j));
  }

  /** The column of element (i, j), in any order, of a matrix variable. */
  int elementColumn(int matrix, int i, int j) {
    return matrixColumn[matrix] + matrices.get(matrix).position(Math.max(i, j), Math.min(i, j));
  }

  /** Adds the entries -1 of the rows that hold variables in their domains. */
  void addIdentities(BorderedMatrix numbers) {
    for (int k = 0; k < blocks.size(); k++) {
      Block block = blocks.get(k);
      if (block.kind() == BlockKind.VARIABLES) {
        CbfCone cone = variables.get(block.number());
        for (int i = 0; i < cone.dimension(); i++) {
          numbers.add(blockRow[k] + cone.position(i), cone.begin() + i, -1.0, 0);
        }
      } else if (block.kind() == BlockKind.MATRIX_VARIABLE) {
        int column = matrixColumn[block.number()];
        for (int i = 0; i < block.cone().dimension(); i++) {
          numbers.add(blockRow[k] + i, column + i, -1.0, 0);
        }
      }
    }
  }

  /** The cones of the rows; the right-hand sides of the polyhedral ones become ends and then 0. */
  List<Cone> cones(double[] rightHandSide) {
    List<Cone> cones = new ArrayList<>();
    if (polyhedralRows > 0) {
      cones.add(intervals(rightHandSide));
    }
    blocks.forEach(block -> cones.add(block.cone()));
    return cones;
  }

  /** {@code Ax + b in D} as {@code lower <= s <= upper, s = -Ax}. */
  private IntervalCone intervals(double[] rightHandSide) {
    double[] lower = new double[polyhedralRows];
    double[] upper = new double[polyhedralRows];
    for (CbfCone cone : constraints) {
      if (!cone.domain().isPolyhedral()) {
        continue;
      }
      for (int i = cone.begin(); i < cone.end(); i++) {
        int at = row[i];
        double b = rightHandSide[at];
        lower[at] = cone.domain().upper() == 0.0 ? b : Double.NEGATIVE_INFINITY;
        upper[at] = cone.domain().lower() == 0.0 ? b : Double.POSITIVE_INFINITY;
        rightHandSide[at] = 0.0;
      }
    }
    return new IntervalCone(lower, upper);
  }

  double[] columnLower() {
    return bounds(Double.NEGATIVE_INFINITY);
  }

  double[] columnUpper() {
    return bounds(Double.POSITIVE_INFINITY);
  }

  private double[] bounds(double infinite) {
    double[] bounds = new double[columns()];
    Arrays.fill(bounds, infinite);
    for (CbfCone cone : variables) {
      if (cone.domain().isPolyhedral()) {
        double bound = infinite < 0.0 ? cone.domain().lower() : cone.domain().upper();
        Arrays.fill(bounds, cone.begin(), cone.end(), bound);
      }
    }
    return bounds;
  }

  /** {@code x1, x2, ...} for scalar variables, {@code X1[3,2]} for those of matrices. */
  String columnName(int column) {
    if (column < scalars()) {
      return "x" + (column + 1);
    }
    int matrix = at(matrixColumn, column);
    return Svec.name("X" + (matrix + 1), order(matrix), column - matrixColumn[matrix]);
  }

  /**
   * {@code c1, c2, ...} for constraints, {@code C1[3,2]} for matrix constraints; the rows that hold
   * a variable in its domain have the variable's name.
   */
  String rowName(int programRow) {
    if (programRow < polyhedralRows) {
      return "c" + (polyhedral[programRow] + 1);
    }
    int k = at(blockRow, programRow);
    int position = programRow - blockRow[k];
    Block block = blocks.get(k);
    int number = block.number();
    return switch (block.kind()) {
      case CONSTRAINT -> {
        CbfCone cone = constraints.get(number);
        yield "c" + (cone.begin() + cone.position(position) + 1);
      }
      case VARIABLES -> {
        CbfCone cone = variables.get(number);
        yield columnName(cone.begin() + cone.position(position));
      }
      case MATRIX_CONSTRAINT -> Svec.name("C" + (number + 1), constraintOrder(number), position);
      case MATRIX_VARIABLE -> columnName(matrixColumn[number] + position);
    };
  }

  /** The last block that begins at or before {@code index}; blocks are not empty. */
  static int at(int[] begins, int index) {
    int found = Arrays.binarySearch(begins, index);
    return found >= 0 ? found : -found - 2;
  }
}
