package org.infimum.convex.io;

import org.infimum.convex.ConicProgram;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.linalg.SparseMatrix;

/**
 * Reads the sparse format of SDPA:
 *
 * <pre>
 *   minimize    c'x
 *   subject to  X = sum_i F_i x_i - F_0 positive semidefinite, X block diagonal
 * </pre>
 *
 * The number m of variables, the number of blocks, their orders (negative: a diagonal block), c,
 * and then entries {@code matrix block i j value} of one triangle of F_0, ..., F_m, each index from
 * 1 except that of the matrix. Commas, brackets and braces are blanks; what follows the first three
 * items on their lines is a comment, and so are lines that begin with {@code "} or {@code *}.
 */
final class SdpaReader {
  private static final String PUNCTUATION = ",(){}[]=";
  private static final String COMMENTS = "\"*";

  private final NumberFields fields;
  private final ReadOptions options;
  private final ReadLog log;

  private SdpaReader(LineScanner lines, ReadOptions options) {
    this.fields = new NumberFields(lines, PUNCTUATION, COMMENTS, true);
    this.options = options;
    this.log = lines.log();
  }

  static ReadProblem read(LineScanner lines, ReadOptions options) {
    SdpaReader reader = new SdpaReader(lines, options);
    ConicProgram program = reader.program();
    lines.drain();
    return new ReadProblem(program, "SDPA", reader.log.warnings(), 0);
  }

  private ConicProgram program() {
    if (!fields.nextLine()) {
      throw log.error("the file is empty.");
    }
    SdpaLayout layout = readSizes();
    BorderedMatrix numbers =
        new BorderedMatrix(
            layout.rows(), layout.variables(), (i, j) -> entry(layout, i, j), options, log);
    for (int j = 0; j < layout.variables(); j++) {
      numbers.add(numbers.costRow(), j, fields.number("a component of c"), fields.line());
    }
    while (hasEntry()) {
      readEntry(layout, numbers);
    }
    SparseMatrix a = numbers.toSparse();
    double[] b = numbers.rightHandSide;
    return ConicProgram.conic(numbers.cost, a, b, layout.cones(b))
        .names(j -> "x" + (j + 1), layout::rowName)
        .build();
  }

  private SdpaLayout readSizes() {
    int variables = fields.count("the number of variables");
    fields.skipLine();
    int blocks = fields.count("the number of blocks");
    fields.skipLine();
    IntList orders = new IntList();
    long rows = 0;
    for (int block = 0; block < blocks; block++) {
      long order = fields.whole("the order of a block");
      long largest = order < 0 ? Integer.MAX_VALUE - 1 : SemidefiniteCone.LARGEST_ORDER;
      if (order == 0 || Math.abs(order) > largest) {
        throw fields.error(
            "the order of block "
                + (block + 1)
                + " is "
                + fields.quoted()
                + "; 1 to "
                + SemidefiniteCone.LARGEST_ORDER
                + " are possible, or less than 0 for a diagonal block.");
      }
      rows += order < 0 ? -order : Svec.dimension(order);
      orders.add((int) order);
    }
    fields.skipLine();
    ProgramSize.require(rows, variables, fields.line(), log);
    return new SdpaLayout(variables, orders.toArray());
  }

  private boolean hasEntry() {
    while (!fields.nextField()) {
      if (!fields.nextLine()) {
        return false;
      }
    }
    fields.stepBack();
    return true;
  }

  private void readEntry(SdpaLayout layout, BorderedMatrix numbers) {
    int variable = fields.index("the matrix", 0, layout.variables() + 1);
    int block = fields.index("the block", 1, layout.blocks()) - 1;
    int first = fields.index("the row of the element", 1, layout.order(block)) - 1;
    int second = fields.index("the column of the element", 1, layout.order(block)) - 1;
    double value = fields.number("the value");
    int i = Math.max(first, second);
    int j = Math.min(first, second);
    boolean diagonal = layout.isDiagonal(block);
    if (diagonal && i != j) {
      if (value == 0.0) {
        return;
      }
      throw fields.error(
          "block "
              + (block + 1)
              + " is diagonal, but its element ("
              + (first + 1)
              + ", "
              + (second + 1)
              + ") is given.");
    }
    int row = layout.row(block, i, j);
    int column = variable == 0 ? numbers.rightHandColumn() : variable - 1;
    // Rows with ends keep the sign of F_i; s = X makes the others -F_i, and b = -F_0.
    boolean keepsSign = diagonal && variable > 0;
    double coefficient = Svec.scaled(value, i, j);
    numbers.add(row, column, keepsSign ? coefficient : 0.0 - coefficient, fields.line());
  }

  private static String entry(SdpaLayout layout, int row, int column) {
    if (row == layout.rows()) {
      return "component " + (column + 1) + " of c";
    }
    boolean isConstant = column == layout.variables();
    return "the element " + layout.rowName(row) + " of F_" + (isConstant ? 0 : column + 1);
  }
}
