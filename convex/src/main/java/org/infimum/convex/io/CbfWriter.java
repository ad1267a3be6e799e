package org.infimum.convex.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.DualCone;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.PowerCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.SecondOrderCone;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.linalg.SparseMatrix;

/**
 * Writes the Conic Benchmark Format. Names are not written: the format has none. Variables that one
 * block of rows holds in a cone become a domain of VAR or a matrix variable, bounds other than 0
 * become constraints, and a two-sided row becomes two.
 */
final class CbfWriter extends ProblemWriter {
  private final CbfBlocks blocks;
  private final SparseMatrix byRow;
  private final List<List<Double>> powers = new ArrayList<>();
  private final List<List<Double>> dualPowers = new ArrayList<>();

  /** Rows of CON in their order: the row of the program, its sign, domain and constant. */
  private final CbfRows rows;

  CbfWriter(ConicProgram program, ReadLog log) {
    super(program, log);
    if (!program.isLinear()) {
      throw log.error(
          "CBF has no quadratic objective; bound it by a new column in a rotated second-order cone.");
    }
    this.byRow = program.a().transpose();
    this.blocks = CbfBlocks.of(program, byRow);
    this.rows = CbfRows.of(program, blocks);
  }

  @Override
  void write(OutputStream out) throws IOException {
    if (!titleLine().isEmpty()) {
      text.append("# ").append(titleLine()).append('\n');
    }
    StringBuilder variables = new StringBuilder();
    int domains = writeVariables(variables);
    StringBuilder constraints = new StringBuilder();
    int constraintDomains = writeConstraints(constraints);
    text.append("VER\n").append(version(variables, constraints)).append("\n\n");
    writePowers("POWCONES", powers);
    writePowers("POW*CONES", dualPowers);
    text.append("OBJSENSE\n").append(isMaximization() ? "MAX" : "MIN").append("\n\n");
    writeOrders("PSDVAR", blocks.matrixVariables());
    if (blocks.scalars() > 0) {
      text.append("VAR\n").append(blocks.scalars()).append(' ').append(domains).append('\n');
      text.append(variables).append('\n');
    }
    writeOrders("PSDCON", blocks.matrixConstraints());
    if (rows.count() > 0) {
      text.append("CON\n").append(rows.count()).append(' ').append(constraintDomains).append('\n');
      text.append(constraints).append('\n');
    }
    flush(out, false);
    writeObjective();
    writeEntries(out);
    writeMatrixConstraints();
    flush(out, true);
  }

  private static int version(StringBuilder variables, StringBuilder constraints) {
    String domains = variables.toString() + constraints;
    return domains.contains(CbfDomain.SEMIDEFINITE.keyword) ? 4 : domains.contains("@") ? 3 : 2;
  }

  private void writePowers(String section, List<List<Double>> table) {
    if (table.isEmpty()) {
      return;
    }
    text.append(section).append('\n').append(table.size()).append(' ');
    text.append(table.stream().mapToInt(List::size).sum()).append('\n');
    for (List<Double> weights : table) {
      text.append(weights.size()).append('\n');
      for (double weight : weights) {
        number(weight);
        text.append('\n');
      }
    }
    text.append('\n');
  }

  private void writeOrders(String section, List<CbfBlocks.Block> matrices) {
    if (matrices.isEmpty()) {
      return;
    }
    text.append(section).append('\n').append(matrices.size()).append('\n');
    for (CbfBlocks.Block block : matrices) {
      text.append(((SemidefiniteCone) block.cone()).order()).append('\n');
    }
    text.append('\n');
  }

  /** Appends the domains of the scalar variables; returns how many lines there are. */
  private int writeVariables(StringBuilder target) {
    Runs runs = new Runs(target);
    for (int j = 0; j < blocks.scalars(); ) {
      CbfBlocks.Block block = blocks.beginningAt(j);
      if (block != null) {
        runs.single(domain(block.cone()), block.cone().dimension());
        j += block.cone().dimension();
      } else {
        runs.add(CbfRows.columnDomain(program, j).keyword);
        j++;
      }
    }
    return runs.end();
  }

  private int writeConstraints(StringBuilder target) {
    Runs runs = new Runs(target);
    for (int i = 0; i < rows.polyhedral(); i++) {
      runs.add(rows.domain(i).keyword);
    }
    for (CbfBlocks.Block block : blocks.constraints()) {
      runs.single(domain(block.cone()), block.cone().dimension());
    }
    return runs.end();
  }

  /** Lines of a word and how often it comes in a row. */
  private static final class Runs {
    private final StringBuilder target;
    private String current = "";
    private int length;
    private int lines;

    Runs(StringBuilder target) {
      this.target = target;
    }

    void add(String word) {
      if (!word.equals(current)) {
        end();
        current = word;
      }
      length++;
    }

    void single(String word, int count) {
      end();
      current = word;
      length = count;
      end();
    }

    int end() {
      if (length > 0) {
        target.append(current).append(' ').append(length).append('\n');
        lines++;
      }
      current = "";
      length = 0;
      return lines;
    }
  }

  private String domain(CurvedCone cone) {
    return switch (cone) {
      case SecondOrderCone _ -> CbfDomain.SECOND_ORDER.keyword;
      case RotatedSecondOrderCone _ -> CbfDomain.ROTATED.keyword;
      case SemidefiniteCone _ -> CbfDomain.SEMIDEFINITE.keyword;
      case ExponentialCone _ -> CbfDomain.EXPONENTIAL.keyword;
      case PowerCone _, GeneralizedPowerCone _ ->
          "@" + number(powers, weights(cone)) + ":" + CbfDomain.POWER.keyword;
      case DualCone dual ->
          dual.primal() instanceof ExponentialCone
              ? CbfDomain.DUAL_EXPONENTIAL.keyword
              : "@"
                  + number(dualPowers, weights(dual.primal()))
                  + ":"
                  + CbfDomain.DUAL_POWER.keyword;
    };
  }

  private static List<Double> weights(CurvedCone cone) {
    return cone instanceof PowerCone power
        ? List.of(power.alpha(), 1.0 - power.alpha())
        : ((GeneralizedPowerCone) cone).alpha();
  }

  /** The number of the weights in the table, to which they are added if they are new. */
  private static int number(List<List<Double>> table, List<Double> weights) {
    int known = table.lastIndexOf(weights);
    if (known >= 0) {
      return known;
    }
    table.add(weights);
    return table.size() - 1;
  }

  private void writeObjective() {
    EntryList matrices = new EntryList();
    EntryList scalars = new EntryList();
    for (int j = 0; j < program.columns(); j++) {
      double cost = stated(program.q()[j]);
      if (cost == 0.0) {
        continue;
      }
      if (j < blocks.scalars()) {
        scalars.begin().index(j).value(cost);
      } else {
        element(matrices.begin(), blocks.matrixOf(j), j, cost);
      }
    }
    matrices.appendTo("OBJFCOORD");
    scalars.appendTo("OBJACOORD");
    double constant = stated(program.r());
    if (constant != 0.0) {
      text.append("OBJBCOORD\n");
      number(constant);
      text.append("\n\n");
    }
  }

  /** Appends the number of a matrix variable, the element that a column is, and its value. */
  private void element(EntryList list, int matrix, int column, double coefficient) {
    CbfBlocks.Block block = blocks.matrixVariables().get(matrix);
    list.index(matrix);
    elementOf(list, (SemidefiniteCone) block.cone(), column - block.firstColumn(), coefficient);
  }

  private static void elementOf(
      EntryList list, SemidefiniteCone cone, int position, double coefficient) {
    int j = Svec.column(cone.order(), position);
    int i = Svec.row(cone.order(), j, position);
    list.index(i).index(j).value(Svec.unscaled(coefficient, i, j));
  }

  private void writeEntries(OutputStream out) throws IOException {
    EntryList matrices = new EntryList();
    EntryList scalars = new EntryList();
    EntryList constants = new EntryList();
    for (int i = 0; i < rows.count(); i++) {
      double sign = rows.sign(i);
      int row = rows.row(i);
      if (rows.isBound(i)) {
        scalars.begin().index(i).index(row).value(1.0);
      } else {
        for (int k = byRow.columnStarts()[row]; k < byRow.columnStarts()[row + 1]; k++) {
          int j = byRow.rowIndices()[k];
          double value = sign * byRow.values()[k];
          if (j < blocks.scalars()) {
            scalars.begin().index(i).index(j).value(value);
          } else {
            element(matrices.begin().index(i), blocks.matrixOf(j), j, value);
          }
        }
      }
      if (rows.constant(i) != 0.0) {
        constants.begin().index(i).value(rows.constant(i));
      }
    }
    matrices.appendTo("FCOORD");
    flush(out, false);
    scalars.appendTo("ACOORD");
    flush(out, false);
    constants.appendTo("BCOORD");
  }

  private void writeMatrixConstraints() {
    EntryList entries = new EntryList();
    EntryList constants = new EntryList();
    List<CbfBlocks.Block> matrices = blocks.matrixConstraints();
    for (int c = 0; c < matrices.size(); c++) {
      SemidefiniteCone cone = (SemidefiniteCone) matrices.get(c).cone();
      for (int position = 0; position < cone.dimension(); position++) {
        int row = matrices.get(c).firstRow() + position;
        for (int k = byRow.columnStarts()[row]; k < byRow.columnStarts()[row + 1]; k++) {
          EntryList entry = entries.begin().index(c).index(byRow.rowIndices()[k]);
          elementOf(entry, cone, position, -byRow.values()[k]);
        }
        if (program.b()[row] != 0.0) {
          elementOf(constants.begin().index(c), cone, position, program.b()[row]);
        }
      }
    }
    entries.appendTo("HCOORD");
    constants.appendTo("DCOORD");
  }

  /** The lines of one section of numbers. */
  private final class EntryList {
    private final StringBuilder lines = new StringBuilder();
    private int count;

    EntryList begin() {
      count++;
      return this;
    }

    EntryList index(int index) {
      lines.append(index).append(' ');
      return this;
    }

    void value(double value) {
      Decimal.append(lines, value);
      lines.append('\n');
    }

    void appendTo(String section) {
      if (count > 0) {
        text.append(section).append('\n').append(count).append('\n').append(lines).append('\n');
      }
    }
  }
}
