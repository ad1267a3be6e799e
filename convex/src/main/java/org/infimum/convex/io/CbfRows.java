package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.List;
import org.infimum.convex.ConicProgram;

/**
 * The rows of CON that a program is written as: its polyhedral rows, each with two finite ends as
 * two; the column bounds that no domain expresses; then the curved rows.
 */
final class CbfRows {
  private static final CbfDomain[] POLYHEDRAL = {
    CbfDomain.FREE, CbfDomain.ZERO, CbfDomain.NONNEGATIVE, CbfDomain.NONPOSITIVE
  };

  /** A row of the program, or one of its columns, plus a constant in a domain. */
  private record Row(int index, CbfDomain domain, double constant) {}

  private final List<Row> rows = new ArrayList<>();
  private final int polyhedralEnd;
  private final int boundBegin;

  private CbfRows(ConicProgram program, CbfBlocks blocks) {
    for (int i : blocks.polyhedralRows()) {
      double lower = program.rowLower()[i];
      double upper = program.rowUpper()[i];
      if (Double.isInfinite(lower) && Double.isInfinite(upper)) {
        rows.add(new Row(i, CbfDomain.FREE, 0.0));
      } else {
        addEnds(i, lower, upper);
      }
    }
    boundBegin = rows.size();
    for (int j = 0; j < program.columns(); j++) {
      if (columnDomain(program, j) == CbfDomain.FREE) {
        addEnds(j, program.columnLower()[j], program.columnUpper()[j]);
      }
    }
    polyhedralEnd = rows.size();
    for (CbfBlocks.Block block : blocks.constraints()) {
      for (int k = 0; k < block.cone().dimension(); k++) {
        int i = block.firstRow() + block.position(k);
        rows.add(new Row(i, CbfDomain.FREE, program.b()[i]));
      }
    }
  }

  static CbfRows of(ConicProgram program, CbfBlocks blocks) {
    return new CbfRows(program, blocks);
  }

  /** The domain that the bounds of a column are; FREE too if rows must express them. */
  static CbfDomain columnDomain(ConicProgram program, int j) {
    double lower = program.columnLower()[j];
    double upper = program.columnUpper()[j];
    for (CbfDomain candidate : POLYHEDRAL) {
      if (candidate.lower() == lower && candidate.upper() == upper) {
        return candidate;
      }
    }
    return CbfDomain.FREE;
  }

  private void addEnds(int index, double lower, double upper) {
    if (lower == upper) {
      rows.add(new Row(index, CbfDomain.ZERO, 0.0 - lower));
      return;
    }
    if (lower > Double.NEGATIVE_INFINITY) {
      rows.add(new Row(index, CbfDomain.NONNEGATIVE, 0.0 - lower));
    }
    if (upper < Double.POSITIVE_INFINITY) {
      rows.add(new Row(index, CbfDomain.NONPOSITIVE, 0.0 - upper));
    }
  }

  int count() {
    return rows.size();
  }

  /** How many rows come before the curved ones. */
  int polyhedral() {
    return polyhedralEnd;
  }

  /** The domain of a polyhedral row. */
  CbfDomain domain(int i) {
    return rows.get(i).domain();
  }

  /** Whether the row states a bound of a column. */
  boolean isBound(int i) {
    return i >= boundBegin && i < polyhedralEnd;
  }

  /** The row of the program, or the column if it is a bound. */
  int row(int i) {
    return rows.get(i).index();
  }

  /** What the entries of the program's row are multiplied with: CBF has {@code s = Ax + b}. */
  double sign(int i) {
    return i < polyhedralEnd ? 1.0 : -1.0;
  }

  double constant(int i) {
    return rows.get(i).constant();
  }
}
