package org.infimum.convex.model;

import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;

/** Products of two expressions, of which at most one holds variables and at most one parameters. */
final class Products {
  private Products() {}

  static Expression elementwise(Expression left, Expression right) {
    Formula formula = Formula.product(left.formula, right.formula);
    Shape shape = Shapes.common(left, right, formula);
    requireAffine(left, right, formula);
    int n = shape.size();
    BlockBuilder rows =
        new BlockBuilder(n, Math.max(left.block().entries(), right.block().entries()));
    for (int i = 0; i < n; i++) {
      rows.addProduct(
          left.block(),
          left.shape.isScalar() ? 0 : i,
          right.block(),
          right.shape.isScalar() ? 0 : i);
      rows.endRow();
    }
    return new Expression(Model.common(left, right), shape, formula, rows.build());
  }

  static Expression matrix(Expression left, Expression right) {
    if (left.shape.isScalar() || right.shape.isScalar()) {
      return elementwise(left, right);
    }
    Formula formula = Formula.product(left.formula, right.formula);
    if (left.columns() != right.rows()) {
      throw Shapes.mismatch(formula, left, right);
    }
    requireAffine(left, right, formula);
    int m = left.rows();
    int inner = left.columns();
    int n = right.columns();
    BlockBuilder rows =
        new BlockBuilder(m * n, Math.max(left.block().entries(), right.block().entries()));
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        for (int k = 0; k < inner; k++) {
          rows.addProduct(left.block(), i + k * m, right.block(), k + j * inner);
        }
        rows.endRow();
      }
    }
    return new Expression(Model.common(left, right), new Shape(m, n), formula, rows.build());
  }

  static Expression inner(Expression left, Expression right) {
    Formula formula = Formula.call("dot", left.formula, right.formula);
    if (!left.shape.equals(right.shape)) {
      throw Shapes.mismatch(formula, left, right);
    }
    requireAffine(left, right, formula);
    BlockBuilder rows =
        new BlockBuilder(1, Math.max(left.block().entries(), right.block().entries()));
    for (int i = 0; i < left.size(); i++) {
      rows.addProduct(left.block(), i, right.block(), i);
    }
    rows.endRow();
    return new Expression(Model.common(left, right), Shape.SCALAR, formula, rows.build());
  }

  /** A sparse matrix times an expression. */
  static Expression sparse(SparseMatrix matrix, Expression x) {
    Formula formula =
        Formula.product(
            Formula.name("[" + matrix.rows() + " x " + matrix.columns() + "]"), x.formula);
    if (matrix.columns() != x.rows()) {
      throw new InputException(
          "The shapes in "
              + formula
              + " do not fit: the matrix has "
              + matrix.columns()
              + " columns, "
              + x.formula
              + " is "
              + x.shape
              + ".");
    }
    Numbers.requireFinite(matrix);
    Block product;
    if (x.columns() == 1) {
      product = x.block().multipliedBy(matrix);
    } else {
      Block[] columns = new Block[x.columns()];
      for (int j = 0; j < columns.length; j++) {
        columns[j] = x.column(j).block().multipliedBy(matrix);
      }
      product = Block.stacked(columns);
    }
    return new Expression(x.model, new Shape(matrix.rows(), x.columns()), formula, product);
  }

  private static void requireAffine(Expression left, Expression right, Formula formula) {
    if (!left.block().isConstant() && !right.block().isConstant()) {
      throw new InputException(
          formula
              + " is not affine: "
              + left.formula
              + " and "
              + right.formula
              + " both hold variables; square, quadForm and quadOverLin are the convex products.");
    }
    if (left.block().parameter() != null && right.block().parameter() != null) {
      throw new InputException(
          formula
              + " is not affine in the parameters: "
              + left.formula
              + " and "
              + right.formula
              + " both hold some; make their product one parameter.");
    }
  }
}
