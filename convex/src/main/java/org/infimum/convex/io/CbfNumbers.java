package org.infimum.convex.io;

/** The sections of a CBF file that hold numbers, by coordinates. */
final class CbfNumbers {
  private static final String MATRIX_VARIABLE = "the matrix variable";
  private static final String VARIABLE = "the variable";
  private static final String CONSTRAINT = "the constraint";
  private static final String MATRIX_CONSTRAINT = "the matrix constraint";
  private static final String ELEMENT_ROW = "the row of the element";
  private static final String ELEMENT_COLUMN = "the column of the element";
  private static final String VALUE = "the value";

  private final CbfLayout layout;
  private final NumberFields fields;
  private final BorderedMatrix matrix;

  CbfNumbers(CbfLayout layout, NumberFields fields, ReadOptions options, ReadLog log) {
    this.layout = layout;
    this.fields = fields;
    this.matrix = new BorderedMatrix(layout.rows(), layout.columns(), this::entry, options, log);
  }

  BorderedMatrix matrix() {
    return matrix;
  }

  private String entry(int row, int column) {
    boolean isCost = row == layout.rows();
    if (column == layout.columns()) {
      return isCost ? "the objective's constant" : "the constant of row " + layout.rowName(row);
    }
    return isCost
        ? "the cost of column " + layout.columnName(column)
        : "the entry of row " + layout.rowName(row) + " in column " + layout.columnName(column);
  }

  void read(CbfSection section) {
    nextLine(section, 0, 1);
    if (section == CbfSection.OBJBCOORD) {
      matrix.add(matrix.costRow(), matrix.rightHandColumn(), fields.number(VALUE), fields.line());
      fields.requireEnd();
      return;
    }
    int count = fields.count("the number of entries");
    fields.requireEnd();
    for (int k = 0; k < count; k++) {
      nextLine(section, k, count);
      switch (section) {
        case OBJFCOORD -> matrixCost();
        case OBJACOORD -> cost();
        case FCOORD -> matrixEntry();
        case ACOORD -> entry();
        case BCOORD -> constant();
        case HCOORD -> matrixConstraintEntry();
        case DCOORD -> matrixConstraintConstant();
        default -> throw new IllegalStateException(section + " holds no numbers");
      }
      fields.requireEnd();
    }
  }

  private void nextLine(CbfSection section, int read, int announced) {
    if (!fields.nextLine()) {
      throw fields.error("the file ends inside section " + section + ".");
    }
    if (fields.startsWithLetter()) {
      throw fields.error(
          "section "
              + section
              + " announces "
              + announced
              + " lines but another section begins behind "
              + read
              + ".");
    }
  }

  private void cost() {
    int j = fields.index(VARIABLE, 0, layout.scalars());
    matrix.add(matrix.costRow(), j, fields.number(VALUE), fields.line());
  }

  private void matrixCost() {
    addElement(matrix.costRow(), 1.0);
  }

  private void matrixEntry() {
    int row = layout.row(fields.index(CONSTRAINT, 0, layout.constraintCount()));
    addElement(row, layout.isPolyhedral(row) ? 1.0 : -1.0);
  }

  /** The inner product with a matrix variable: an element off the diagonal counts twice. */
  private void addElement(int row, double sign) {
    int variable = fields.index(MATRIX_VARIABLE, 0, layout.matrixCount());
    int order = layout.order(variable);
    int i = fields.index(ELEMENT_ROW, 0, order);
    int j = fields.index(ELEMENT_COLUMN, 0, order);
    double value = Svec.scaled(fields.number(VALUE), i, j);
    matrix.add(row, layout.elementColumn(variable, i, j), sign * value, fields.line());
  }

  private void entry() {
    int row = layout.row(fields.index(CONSTRAINT, 0, layout.constraintCount()));
    int column = fields.index(VARIABLE, 0, layout.scalars());
    double value = fields.number(VALUE);
    matrix.add(row, column, layout.isPolyhedral(row) ? value : -value, fields.line());
  }

  private void constant() {
    int row = layout.row(fields.index(CONSTRAINT, 0, layout.constraintCount()));
    matrix.add(row, matrix.rightHandColumn(), fields.number(VALUE), fields.line());
  }

  private void matrixConstraintEntry() {
    int constraint = fields.index(MATRIX_CONSTRAINT, 0, layout.matrixConstraintCount());
    int column = fields.index(VARIABLE, 0, layout.scalars());
    addConstraintElement(constraint, column, -1.0);
  }

  private void matrixConstraintConstant() {
    int constraint = fields.index(MATRIX_CONSTRAINT, 0, layout.matrixConstraintCount());
    addConstraintElement(constraint, matrix.rightHandColumn(), 1.0);
  }

  private void addConstraintElement(int constraint, int column, double sign) {
    int order = layout.constraintOrder(constraint);
    int i = fields.index(ELEMENT_ROW, 0, order);
    int j = fields.index(ELEMENT_COLUMN, 0, order);
    double value = Svec.scaled(fields.number(VALUE), i, j);
    matrix.add(layout.elementRow(constraint, i, j), column, sign * value, fields.line());
  }
}
