package org.infimum.convex.model;

import org.infimum.core.InputException;

/** Checks that shapes fit. */
final class Shapes {
  private Shapes() {}

  /** The shape of a sum: that of both, or of the one that is not a scalar. */
  static Shape common(Expression left, Expression right, Formula whole) {
    if (left.shape.equals(right.shape) || right.shape.isScalar()) {
      return left.shape;
    }
    if (left.shape.isScalar()) {
      return right.shape;
    }
    throw mismatch(whole, left, right);
  }

  static InputException mismatch(Formula whole, Expression left, Expression right) {
    return new InputException(
        "The shapes in "
            + whole
            + " do not fit: "
            + left.formula
            + " is "
            + left.shape
            + ", "
            + right.formula
            + " is "
            + right.shape
            + ".");
  }

  static void requireVector(Expression x, String user) {
    if (!x.shape.isVector()) {
      throw new InputException(user + " needs a vector, but " + x + " is " + x.shape + ".");
    }
  }

  static void requireScalar(Expression x, String user) {
    if (!x.shape.isScalar()) {
      throw new InputException(user + " needs a scalar, but " + x + " is " + x.shape + ".");
    }
  }

  static void requireNotEmpty(Expression x, String user) {
    if (x.size() == 0) {
      throw new InputException(user + " needs at least one element, but " + x + " has none.");
    }
  }

  static void requireSquare(Expression x, String user) {
    if (!x.shape.isSquare() || x.size() == 0) {
      throw new InputException(user + " needs a square matrix, but " + x + " is " + x.shape + ".");
    }
  }

  /** Refuses a matrix whose elements (i, j) and (j, i) are different combinations. */
  static void requireSymmetric(Expression x, String user) {
    requireSquare(x, user);
    int n = x.rows();
    Block block = x.block();
    for (int j = 0; j < n; j++) {
      for (int i = j + 1; i < n; i++) {
        if (!sameRow(block, i + j * n, j + i * n)) {
          throw new InputException(
              user
                  + " needs a symmetric matrix, but in "
                  + x
                  + " the elements ("
                  + i
                  + ", "
                  + j
                  + ") and ("
                  + j
                  + ", "
                  + i
                  + ") differ.");
        }
      }
    }
  }

  private static boolean sameRow(Block block, int first, int second) {
    int a = block.starts()[first];
    int b = block.starts()[second];
    int length = block.starts()[first + 1] - a;
    if (block.starts()[second + 1] - b != length) {
      return false;
    }
    for (int k = 0; k < length; k++) {
      if (block.column()[a + k] != block.column()[b + k]
          || block.parameterOf(a + k) != block.parameterOf(b + k)
          || block.value()[a + k] != block.value()[b + k]) {
        return false;
      }
    }
    return true;
  }
}
