package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.Cone;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.SemidefiniteCone;

/**
 * Where the blocks of {@code X = sum_i F_i x_i - F_0} stand in the program: the elements of the
 * diagonal blocks first, in the order of the file, as rows with a lower end; then the other blocks
 * as svec. A block of order 1 is a diagonal one.
 */
final class SdpaLayout {
  private final int variables;

  /** By block: its order, negative for a diagonal block as in the file. */
  private final int[] orders;

  /** By block: its first row. */
  private final int[] firstRow;

  private final int diagonalRows;
  private final List<Cone> blockCones = new ArrayList<>();

  /** The blocks in the order of their rows, and where each begins. */
  private final int[] byRow;

  private final int[] begins;
  private final int rows;

  SdpaLayout(int variables, int[] orders) {
    this.variables = variables;
    this.orders = orders;
    firstRow = new int[orders.length];
    byRow = new int[orders.length];
    begins = new int[orders.length];
    int placed = 0;
    int row = 0;
    for (int block = 0; block < orders.length; block++) {
      if (isDiagonal(block)) {
        row = place(block, placed++, row, order(block));
      }
    }
    diagonalRows = row;
    for (int block = 0; block < orders.length; block++) {
      if (!isDiagonal(block)) {
        SemidefiniteCone cone = new SemidefiniteCone(orders[block]);
        blockCones.add(cone);
        row = place(block, placed++, row, cone.dimension());
      }
    }
    rows = row;
  }

  private int place(int block, int position, int row, int dimension) {
    firstRow[block] = row;
    byRow[position] = block;
    begins[position] = row;
    return row + dimension;
  }

  int variables() {
    return variables;
  }

  int blocks() {
    return orders.length;
  }

  int rows() {
    return rows;
  }

  boolean isDiagonal(int block) {
    return orders[block] < 0 || orders[block] == 1;
  }

  int order(int block) {
    return Math.abs(orders[block]);
  }

  /** The row of element (i, j), {@code i >= j}, of a block. */
  int row(int block, int i, int j) {
    return isDiagonal(block)
        ? firstRow[block] + i
        : firstRow[block] + Svec.position(order(block), i, j);
  }

  /**
   * The cones of the rows. The right-hand sides are -F_0; those of the diagonal rows {@code F_i x
   * >= F_0} become the ends of {@code s = -F_i x} and then 0.
   */
  List<Cone> cones(double[] rightHandSide) {
    List<Cone> cones = new ArrayList<>();
    if (diagonalRows > 0) {
      double[] lower = new double[diagonalRows];
      double[] upper = new double[diagonalRows];
      Arrays.fill(lower, Double.NEGATIVE_INFINITY);
      for (int i = 0; i < diagonalRows; i++) {
        upper[i] = rightHandSide[i];
        rightHandSide[i] = 0.0;
      }
      cones.add(new IntervalCone(lower, upper));
    }
    cones.addAll(blockCones);
    return cones;
  }

  /** {@code X1[3,2]}; {@code X1[3,3]} in a diagonal block. */
  String rowName(int row) {
    int position = CbfLayout.at(begins, row);
    int block = byRow[position];
    int element = row - begins[position];
    String matrix = "X" + (block + 1);
    return isDiagonal(block)
        ? matrix + "[" + (element + 1) + "," + (element + 1) + "]"
        : Svec.name(matrix, order(block), element);
  }
}
