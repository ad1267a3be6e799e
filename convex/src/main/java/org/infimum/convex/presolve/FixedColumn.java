package org.infimum.convex.presolve;

/** A column whose bounds are equal takes its value; its cost and activity become constants. */
final class FixedColumn extends ColumnRule {
  FixedColumn(WorkingProgram program) {
    super("fixed column", program);
  }

  @Override
  void reduceColumn(int j) {
    if (program.isFixed(j)) {
      program.fix(j, program.columnLower[j]);
      count();
    }
  }

  /**
   * Undo of every reduction that gives column {@code j} a value at which its reduced cost has an
   * admissible sign.
   *
   * @param cost the linear cost of the column when it was removed
   * @param rows its rows at that time
   * @param values its coefficients at that time
   */
  record Restored(int j, double value, double cost, int[] rows, double[] values) implements Undo {
    @Override
    public void primal(Recovery at) {
      at.x[j] = at.datum(value);
    }

    @Override
    public void dual(Recovery at) {
      at.z[j] = at.reducedCost(j, cost, rows, values);
    }
  }
}
