package org.infimum.convex.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.CurvedCone;

/**
 * Collects the canonical form as blocks: rows with intervals, rows in cones, auxiliary columns and
 * the objective. Columns of the model keep their numbers here; auxiliary ones follow them.
 */
final class Lowering {
  /** Linear rows: {@code slackLower <= -rows <= slackUpper}. */
  record Interval(Block rows, double slackLower, double slackUpper, Origin origin) {}

  /** Rows in copies of one cone, block after block. */
  record Curved(Block rows, CurvedCone cone, Origin origin) {}

  /**
   * Where rows come from.
   *
   * @param constraint index of the model's constraint, -1 for the definition of an atom
   * @param label the constraint's name or the atom's formula
   */
  record Origin(int constraint, String label) {}

  private final int modelColumns;
  private final List<Interval> intervals = new ArrayList<>();
  private final List<Curved> curved = new ArrayList<>();
  private double[] freshLower = new double[16];
  private double[] freshUpper = new double[16];
  private int fresh;
  private Origin origin = new Origin(-1, "");

  private final BlockBuilder linearCost = new BlockBuilder(1, 16);
  private final QuadraticCost quadraticCost = new QuadraticCost();

  Lowering(int modelColumns) {
    this.modelColumns = modelColumns;
  }

  /** What the next rows belong to. */
  void setOrigin(Origin value) {
    origin = value;
  }

  /** Auxiliary columns without bounds, one a row. */
  Block free(int count) {
    return auxiliary(count, Double.NEGATIVE_INFINITY);
  }

  /** Auxiliary columns at or above 0, one a row. */
  Block nonnegative(int count) {
    return auxiliary(count, 0.0);
  }

  private Block auxiliary(int count, double lower) {
    int first = fresh;
    fresh += count;
    if (fresh > freshLower.length) {
      int larger = Math.max(fresh, 2 * freshLower.length);
      freshLower = Arrays.copyOf(freshLower, larger);
      freshUpper = Arrays.copyOf(freshUpper, larger);
    }
    Arrays.fill(freshLower, first, fresh, lower);
    Arrays.fill(freshUpper, first, fresh, Double.POSITIVE_INFINITY);
    return Block.columns(modelColumns + first, count);
  }

  /** {@code rows <= 0}. */
  void nonpositive(Block rows) {
    interval(rows, 0.0, Double.POSITIVE_INFINITY);
  }

  /** {@code rows = 0}. */
  void zero(Block rows) {
    interval(rows, 0.0, 0.0);
  }

  /** {@code slackLower <= -rows <= slackUpper}. */
  void interval(Block rows, double slackLower, double slackUpper) {
    intervals.add(new Interval(rows, slackLower, slackUpper, origin));
  }

  /** The rows, in groups of the cone's dimension, lie in the cone. */
  void cones(CurvedCone cone, Block rows) {
    if (rows.rows() > 0) {
      curved.add(new Curved(rows, cone, origin));
    }
  }

  /** Adds a weighted row to the objective. */
  void addCost(Weight weight, Block block, int row) {
    for (int k = block.starts()[row]; k < block.starts()[row + 1]; k++) {
      linearCost.add(
          block.column()[k],
          Math.max(block.parameterOf(k), weight.parameter()),
          weight.factor() * block.value()[k]);
    }
  }

  QuadraticCost quadraticCost() {
    return quadraticCost;
  }

  /**
   * Columns that equal the rows: the rows' own where each is a multiple of one column, else
   * auxiliary ones.
   */
  Block asColumns(Block rows) {
    boolean plain = rows.parameter() == null && rows.entries() == rows.rows();
    for (int i = 0; plain && i < rows.rows(); i++) {
      plain = rows.starts()[i] == i && rows.column()[i] != Block.ONE;
    }
    if (plain) {
      return rows;
    }
    Block columns = free(rows.rows());
    zero(rows.plus(-1.0, columns));
    return columns;
  }

  Block cost() {
    linearCost.endRow();
    return linearCost.build();
  }

  List<Interval> intervals() {
    return intervals;
  }

  List<Curved> curved() {
    return curved;
  }

  int auxiliaryColumns() {
    return fresh;
  }

  double auxiliaryLower(int column) {
    return freshLower[column];
  }

  double auxiliaryUpper(int column) {
    return freshUpper[column];
  }
}
