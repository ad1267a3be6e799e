package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.DualCone;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the blocks of curved rows by what CBF has for them: domains of variables, matrix variables
 * (the last columns only, as the reader puts them there), constraints, and matrix constraints
 * (behind all other constraints only, for the same reason).
 */
final class CbfBlocks {
  private static final int NO_COLUMN = -1;

  /**
   * A block of curved rows.
   *
   * @param firstColumn the first of the columns that the rows are, or -1 if they are not columns
   */
  record Block(CurvedCone cone, int firstRow, int firstColumn) {
    boolean isDomain() {
      return firstColumn != NO_COLUMN;
    }

    /** The component of the cone that component {@code k} of CBF's is: (w, y, x) there. */
    int position(int k) {
      boolean reversed =
          cone instanceof ExponentialCone
              || (cone instanceof DualCone dual && dual.primal() instanceof ExponentialCone);
      return reversed ? 2 - k : k;
    }
  }

  private final ConicProgram program;
  private final SparseMatrix byRow;
  private final List<Block> constraints = new ArrayList<>();
  private final List<Block> matrixConstraints = new ArrayList<>();
  private final List<Block> matrixVariables = new ArrayList<>();
  private final @Nullable Block[] beginning;
  private final IntList polyhedralRows = new IntList();
  private int scalars;

  private CbfBlocks(ConicProgram program, SparseMatrix byRow) {
    this.program = program;
    this.byRow = byRow;
    this.beginning = new Block[program.columns()];
    this.scalars = program.columns();
    collect();
    separateMatrixVariables();
    separateMatrixConstraints();
  }

  static CbfBlocks of(ConicProgram program, SparseMatrix byRow) {
    return new CbfBlocks(program, byRow);
  }

  private void collect() {
    boolean[] taken = new boolean[program.columns()];
    int row = 0;
    for (Cone cone : program.cones()) {
      int end = row + cone.dimension();
      if (cone instanceof CurvedCone curved) {
        Block block = block(curved, row, taken);
        if (block.isDomain()) {
          int first = block.firstColumn();
          Arrays.fill(taken, first, first + curved.dimension(), true);
          beginning[first] = block;
        } else {
          constraints.add(block);
        }
      } else {
        for (int i = row; i < end; i++) {
          polyhedralRows.add(i);
        }
      }
      row = end;
    }
  }

  /** The block from {@code row} on; a domain if its rows are {@code -x + s = 0} of free columns. */
  private Block block(CurvedCone cone, int row, boolean[] taken) {
    Block unplaced = new Block(cone, row, NO_COLUMN);
    int first = NO_COLUMN;
    for (int k = 0; k < cone.dimension(); k++) {
      int i = row + unplaced.position(k);
      int begin = byRow.columnStarts()[i];
      boolean single = byRow.columnStarts()[i + 1] == begin + 1;
      if (!single || byRow.values()[begin] != -1.0 || program.b()[i] != 0.0) {
        return unplaced;
      }
      int j = byRow.rowIndices()[begin];
      first = k == 0 ? j : first;
      if (j != first + k
          || taken[j]
          || program.columnLower()[j] > Double.NEGATIVE_INFINITY
          || program.columnUpper()[j] < Double.POSITIVE_INFINITY) {
        return unplaced;
      }
    }
    return new Block(cone, row, first);
  }

  private void separateMatrixVariables() {
    int[] beginOf = new int[program.columns() + 1];
    Arrays.fill(beginOf, NO_COLUMN);
    for (Block block : beginning) {
      if (block != null && block.cone() instanceof SemidefiniteCone) {
        beginOf[block.firstColumn() + block.cone().dimension()] = block.firstColumn();
      }
    }
    while (beginOf[scalars] != NO_COLUMN) {
      scalars = beginOf[scalars];
      matrixVariables.addFirst(Objects.requireNonNull(beginning[scalars]));
    }
  }

  private void separateMatrixConstraints() {
    int at = constraints.size();
    while (at > 0 && isMatrixConstraint(constraints.get(at - 1))) {
      at--;
    }
    List<Block> behind = constraints.subList(at, constraints.size());
    matrixConstraints.addAll(behind);
    behind.clear();
  }

  /** Whether the block is semidefinite and no matrix variable stands in it. */
  private boolean isMatrixConstraint(Block block) {
    if (!(block.cone() instanceof SemidefiniteCone)) {
      return false;
    }
    int begin = byRow.columnStarts()[block.firstRow()];
    int end = byRow.columnStarts()[block.firstRow() + block.cone().dimension()];
    for (int k = begin; k < end; k++) {
      if (byRow.rowIndices()[k] >= scalars) {
        return false;
      }
    }
    return true;
  }

  /** Columns before those of the matrix variables. */
  int scalars() {
    return scalars;
  }

  /** The domain of variables that begins at a scalar column, or null. */
  @Nullable Block beginningAt(int column) {
    return beginning[column];
  }

  List<Block> constraints() {
    return constraints;
  }

  List<Block> matrixConstraints() {
    return matrixConstraints;
  }

  List<Block> matrixVariables() {
    return matrixVariables;
  }

  /** The number of the matrix variable to which a column belongs. */
  int matrixOf(int column) {
    int low = 0;
    int high = matrixVariables.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (matrixVariables.get(middle).firstColumn() <= column) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  int[] polyhedralRows() {
    return polyhedralRows.toArray();
  }
}
