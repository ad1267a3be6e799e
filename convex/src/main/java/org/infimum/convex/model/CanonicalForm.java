package org.infimum.convex.model;

import java.util.List;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.linalg.SparseMatrix;

/**
 * A model as a conic program whose numbers are affine in the parameters: {@code minimize 1/2 x'Px +
 * q'x + r} subject to {@code Ax + s = b, s in cones}. The pattern is fixed.
 *
 * @param layout whose columns and rows these are
 * @param sense the direction of the model's objective
 * @param p pattern of the upper triangle of P; its values do not count
 * @param a pattern of A; its values do not count
 */
record CanonicalForm(
    Layout layout,
    Sense sense,
    SparseMatrix p,
    ParameterMap quadratic,
    ParameterMap cost,
    ParameterMap constant,
    SparseMatrix a,
    ParameterMap coefficients,
    ParameterMap rightHandSide,
    List<Cone> cones,
    double[] columnLower,
    double[] columnUpper) {

  int columns() {
    return a.columns();
  }

  int rows() {
    return a.rows();
  }

  /** The program for values of the parameters, without names. */
  ConicProgram program(double[] parameters) {
    return builder(parameters).build();
  }

  /** The program without the objective's constant, which a workspace could not replace. */
  ConicProgram withoutConstant(double[] parameters) {
    return builder(parameters).constant(0.0).build();
  }

  /** The program with the names of variables and constraints. */
  ConicProgram named(double[] parameters) {
    return builder(parameters)
        .names(layout.columnNames(columns()), layout.rowNames(rows()))
        .build();
  }

  private ConicProgram.Builder builder(double[] parameters) {
    return ConicProgram.conic(
            cost.numbers(parameters),
            with(a, coefficients.numbers(parameters)),
            rightHandSide.numbers(parameters),
            cones)
        .name(layout.model())
        .sense(sense)
        .quadratic(with(p, quadratic.numbers(parameters)))
        .constant(constant.numbers(parameters)[0])
        .columnBounds(columnLower.clone(), columnUpper.clone());
  }

  private static SparseMatrix with(SparseMatrix pattern, double[] values) {
    return new SparseMatrix(
        pattern.rows(), pattern.columns(), pattern.columnStarts(), pattern.rowIndices(), values);
  }
}
