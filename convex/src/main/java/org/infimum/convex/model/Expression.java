package org.infimum.convex.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/**
 * A scalar, vector or matrix of affine combinations of variables and atoms, held as one sparse
 * block of rows, never element by element. Elements of a matrix are numbered column by column.
 * Immutable: every operation gives a new expression and takes time linear in the nonzeros of its
 * operands; a long chain of sums is put together once, when its rows are first needed.
 *
 * <p>A scalar operand stretches to the shape of the other one. Operations refuse operands of
 * different models, shapes that do not fit and numbers that are not finite with an {@link
 * InputException} of one sentence.
 */
public sealed class Expression permits Variable, Parameter {
  /** The model of its variables and parameters; null for numbers. */
  final @Nullable Model model;

  final Shape shape;
  final Formula formula;
  private @Nullable Block block;
  private @Nullable Sum pending;

  /** {@code left + factor * right}, not yet added up; the left side is where chains grow. */
  private record Sum(Expression left, double factor, Expression right) {}

  Expression(@Nullable Model model, Shape shape, Formula formula, Block block) {
    this.model = model;
    this.shape = shape;
    this.formula = formula;
    this.block = block;
  }

  private Expression(@Nullable Model model, Shape shape, Formula formula, Sum pending) {
    this.model = model;
    this.shape = shape;
    this.formula = formula;
    this.pending = pending;
  }

  /** A number. */
  public static Expression constant(double number) {
    return Numbers.expression(new double[] {number}, Shape.SCALAR);
  }

  /** A column vector of numbers, copied. */
  public static Expression constant(double... numbers) {
    return Numbers.expression(numbers, Shape.vector(numbers.length));
  }

  /** A dense matrix of numbers, given row by row; copied. */
  public static Expression constant(double[][] rows) {
    return Numbers.expression(rows);
  }

  /** Its rows. */
  final Block block() {
    Block own = block;
    if (own == null) {
      own = addedUp();
      block = own;
      pending = null;
    }
    return own;
  }

  private Block addedUp() {
    List<Sum> chain = new ArrayList<>();
    Expression at = this;
    while (at.block == null && at.pending != null) {
      chain.add(at.pending);
      at = at.pending.left();
    }
    Collections.reverse(chain);
    Block first = at.block();
    int entries = first.entries();
    for (Sum sum : chain) {
      entries += sum.right().block().entries();
    }
    BlockBuilder rows = new BlockBuilder(first.rows(), entries);
    for (int i = 0; i < first.rows(); i++) {
      rows.addRow(first, i, 1.0);
      for (Sum sum : chain) {
        rows.addRow(sum.right().block(), i, sum.factor());
      }
      rows.endRow();
    }
    return rows.build();
  }

  /** Number of rows. */
  public final int rows() {
    return shape.rows();
  }

  /** Number of columns, 1 for vectors and scalars. */
  public final int columns() {
    return shape.columns();
  }

  /** Number of elements. */
  public final int size() {
    return shape.size();
  }

  /** What the rules of disciplined convex programming say of its elements. */
  public final Curvature curvature() {
    return model == null ? Curvature.CONSTANT : model.tags().curvature(block());
  }

  /** The sign of its elements as far as the signs of variables, parameters and atoms tell. */
  public final Sign sign() {
    return tags().sign(block());
  }

  final Tags tags() {
    return model == null ? new Tags() : model.tags();
  }

  /** The sum; a scalar stretches to the other's shape. */
  public final Expression plus(Expression other) {
    return plus(1.0, other);
  }

  /** The sum with a number in every element. */
  public final Expression plus(double number) {
    return plus(constant(number));
  }

  /** The sum with a vector of numbers. */
  public final Expression plus(double[] numbers) {
    return plus(constant(numbers));
  }

  /** {@code this + factor * other}. */
  public final Expression plus(double factor, Expression other) {
    return combined(factor, other);
  }

  /** The difference; a scalar stretches to the other's shape. */
  public final Expression minus(Expression other) {
    return combined(-1.0, other);
  }

  /** The difference with a number in every element. */
  public final Expression minus(double number) {
    return minus(constant(number));
  }

  /** The difference with a vector of numbers. */
  public final Expression minus(double[] numbers) {
    return minus(constant(numbers));
  }

  /** {@code this - factor * other}. */
  public final Expression minus(double factor, Expression other) {
    return combined(-Numbers.finite(factor, "factor"), other);
  }

  private Expression combined(double factor, Expression other) {
    Numbers.finite(factor, "factor");
    String operator = factor < 0.0 ? " - " : " + ";
    Formula term =
        Math.abs(factor) == 1.0
            ? other.formula
            : Formula.product(Formula.number(Math.abs(factor)), other.formula);
    Formula sum = Formula.sum(operator, formula, term);
    Model common = Model.common(this, other);
    Shape wide = Shapes.common(this, other, sum);
    Expression left = stretched(wide);
    Expression right = other.stretched(wide);
    if (right.block == null && factor == 1.0 && left.block != null) {
      return new Expression(common, wide, sum, new Sum(right, 1.0, left));
    }
    right.block();
    return new Expression(common, wide, sum, new Sum(left, factor, right));
  }

  private Expression stretched(Shape wide) {
    return shape.equals(wide)
        ? this
        : new Expression(model, wide, formula, block().repeated(wide.size()));
  }

  /** Every element times a number. */
  public final Expression times(double factor) {
    Numbers.finite(factor, "factor");
    return new Expression(
        model, shape, Formula.product(Formula.number(factor), formula), block().scaled(factor));
  }

  /** Every element over a number. */
  public final Expression dividedBy(double divisor) {
    return times(1.0 / divisor);
  }

  /** Minus this. */
  public final Expression negate() {
    return new Expression(model, shape, Formula.call("-", formula), block().scaled(-1.0));
  }

  /** The product element by element, or with a scalar; one of the two must be free of variables. */
  public final Expression times(Expression other) {
    return Products.elementwise(this, other);
  }

  /** Element by element times a vector of numbers. */
  public final Expression times(double[] factors) {
    return times(constant(factors));
  }

  /** The matrix product; one of the two must be free of variables. */
  public final Expression mul(Expression other) {
    return Products.matrix(this, other);
  }

  /** The inner product of the elements: a scalar; one of the two must be free of variables. */
  public final Expression dot(Expression other) {
    return Products.inner(this, other);
  }

  /** The inner product with a vector of numbers. */
  public final Expression dot(double... factors) {
    return dot(constant(factors));
  }

  /** The sum of all elements. */
  public final Expression sum() {
    return new Expression(
        model, Shape.SCALAR, Formula.call("sum", formula), block().summed(size()));
  }

  /** The transpose. */
  public final Expression transpose() {
    return Selection.transpose(this);
  }

  /** The same elements, column by column, in another shape. */
  public final Expression reshape(int rows, int columns) {
    Shape other = new Shape(rows, columns);
    if (other.size() != size()) {
      throw new InputException(
          formula + " is " + shape + " and cannot take the shape " + rows + " x " + columns + ".");
    }
    return new Expression(model, other, formula, block());
  }

  /** Element i, counted column by column from 0. */
  public final Expression get(int i) {
    return Selection.element(this, i);
  }

  /** Element (i, j), counted from 0. */
  public final Expression get(int i, int j) {
    return Selection.element(this, i, j);
  }

  /** The elements {@code from} to {@code to - 1} of a vector. */
  public final Expression slice(int from, int to) {
    return Selection.slice(this, from, to);
  }

  /** Row i of a matrix as a column vector. */
  public final Expression row(int i) {
    return Selection.row(this, i);
  }

  /** Column j of a matrix. */
  public final Expression column(int j) {
    return Selection.column(this, j);
  }

  /** The diagonal of a square matrix as a vector. */
  public final Expression diagonal() {
    return Selection.diagonal(this);
  }

  /** The sum of the diagonal of a square matrix. */
  public final Expression trace() {
    Expression diagonal = diagonal();
    return new Expression(
        model,
        Shape.SCALAR,
        Formula.call("trace", formula),
        diagonal.block().summed(diagonal.size()));
  }

  /** {@code this <= right} element by element: this convex, the right side concave. */
  public final Constraint le(Expression right) {
    return Constraint.inequality(this, right, Constraint.Kind.LESS_OR_EQUAL);
  }

  /** {@code this <= right} in every element. */
  public final Constraint le(double right) {
    return le(constant(right));
  }

  /** {@code this <= right} element by element. */
  public final Constraint le(double[] right) {
    return le(constant(right));
  }

  /** {@code this >= right} element by element: this concave, the right side convex. */
  public final Constraint ge(Expression right) {
    return Constraint.inequality(this, right, Constraint.Kind.GREATER_OR_EQUAL);
  }

  /** {@code this >= right} in every element. */
  public final Constraint ge(double right) {
    return ge(constant(right));
  }

  /** {@code this >= right} element by element. */
  public final Constraint ge(double[] right) {
    return ge(constant(right));
  }

  /** {@code this = right} element by element, both affine. */
  public final Constraint eq(Expression right) {
    return Constraint.inequality(this, right, Constraint.Kind.EQUAL);
  }

  /** {@code this = right} in every element. */
  public final Constraint eq(double right) {
    return eq(constant(right));
  }

  /** {@code this = right} element by element. */
  public final Constraint eq(double[] right) {
    return eq(constant(right));
  }

  /** {@code lower <= this <= upper} in every element of an affine expression. */
  public final Constraint between(double lower, double upper) {
    return Constraint.between(this, lower, upper);
  }

  /** This symmetric affine matrix is positive semidefinite. */
  public final Constraint semidefinite() {
    Shapes.requireSymmetric(this, "semidefinite");
    return Constraint.inCone(
        this, new SemidefiniteCone(rows()), SymmetricForm.svec(block(), rows()));
  }

  /**
   * The elements of this affine expression, in order, lie in a cone; a multiple of its dimension
   * gives as many cones.
   */
  public final Constraint in(CurvedCone cone) {
    return Constraint.inCone(this, cone, block());
  }

  /** The formula, cut to a readable length. */
  @Override
  public final String toString() {
    return formula.toString();
  }
}
