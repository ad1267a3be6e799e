package org.infimum.convex.model;

import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;

/**
 * The functions of the modelling API, for static import. Each gives an expression with a known
 * curvature; an argument for which the rules of disciplined convex programming know none is refused
 * with an {@link InputException} that names it. Functions of plain numbers give their value.
 */
public final class Atoms {
  private Atoms() {}

  /** A dense matrix of numbers, given row by row, times an expression. */
  public static Expression mul(double[][] matrix, Expression x) {
    return mul(Numbers.sparse(matrix), x);
  }

  /** A sparse matrix of numbers times an expression. */
  public static Expression mul(SparseMatrix matrix, Expression x) {
    return Products.sparse(matrix, x);
  }

  /** The inner product of numbers and an expression. */
  public static Expression dot(double[] factors, Expression x) {
    return x.dot(factors);
  }

  /** The sum of all elements. */
  public static Expression sum(Expression x) {
    return x.sum();
  }

  /** The sum of the diagonal of a square matrix. */
  public static Expression trace(Expression x) {
    return x.trace();
  }

  /** A square matrix with the elements of a vector on its diagonal, zeros elsewhere. */
  public static Expression diagonalMatrix(Expression x) {
    Shapes.requireVector(x, "diagonalMatrix");
    int n = x.size();
    BlockBuilder rows = new BlockBuilder(n * n, x.block().entries());
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        if (i == j) {
          rows.addRow(x.block(), i, 1.0);
        }
        rows.endRow();
      }
    }
    return new Expression(
        x.model, new Shape(n, n), Formula.call("diagonalMatrix", x.formula), rows.build());
  }

  /** Expressions of one width on top of each other. */
  public static Expression stack(Expression... parts) {
    return Stacking.vertical(parts);
  }

  /** Expressions of one height beside each other. */
  public static Expression besides(Expression... parts) {
    return Stacking.horizontal(parts);
  }

  /** The absolute values. Convex. */
  public static Expression abs(Expression x) {
    return new Abs(x).applied();
  }

  /** The largest element: a scalar. Convex, nondecreasing. */
  public static Expression max(Expression x) {
    return new Max(x).applied();
  }

  /** The smallest element: a scalar. Concave, nondecreasing. */
  public static Expression min(Expression x) {
    return max(x.negate()).negate();
  }

  /** The larger of two expressions, element by element. Convex, nondecreasing. */
  public static Expression maximum(Expression x, Expression y) {
    Shape shape = Shapes.common(x, y, Formula.call("maximum", x.formula, y.formula));
    return new Maximum(Stacking.stretched(x, shape), Stacking.stretched(y, shape)).applied();
  }

  /** The larger of an expression and a number, element by element. Convex, nondecreasing. */
  public static Expression maximum(Expression x, double y) {
    return maximum(x, Expression.constant(y));
  }

  /** The smaller of two expressions, element by element. Concave, nondecreasing. */
  public static Expression minimum(Expression x, Expression y) {
    return maximum(x.negate(), y.negate()).negate();
  }

  /** The sum of the absolute values. Convex. */
  public static Expression norm1(Expression x) {
    return new NormOne(x).applied();
  }

  /** The Euclidean norm of all elements (of a matrix: the Frobenius norm). Convex. */
  public static Expression norm2(Expression x) {
    return new NormTwo(x).applied();
  }

  /** The largest absolute value. Convex. */
  public static Expression normInf(Expression x) {
    return new NormInfinity(x).applied();
  }

  /**
   * The p-norm of all elements. Convex.
   *
   * @param p at least 1, infinity allowed
   */
  public static Expression normP(Expression x, double p) {
    if (!(p >= 1.0)) {
      throw new InputException("normP needs p >= 1, not " + p + ".");
    }
    if (p == 1.0) {
      return norm1(x);
    }
    if (p == 2.0) {
      return norm2(x);
    }
    return p == Double.POSITIVE_INFINITY ? normInf(x) : new NormP(x, p).applied();
  }

  /**
   * The quadratic form {@code x'Sx} of an affine vector: convex or concave as S is positive or
   * negative semidefinite.
   *
   * @param matrix S by rows, symmetric
   */
  public static Expression quadForm(Expression x, double[][] matrix) {
    return quadForm(x, Numbers.sparse(matrix));
  }

  /**
   * The quadratic form {@code x'Sx} of an affine vector: convex or concave as S is positive or
   * negative semidefinite.
   *
   * @param matrix S, both triangles
   */
  public static Expression quadForm(Expression x, SparseMatrix matrix) {
    return new QuadraticForm(x, matrix).applied();
  }

  /** The sum of squares of x over the positive scalar y. Convex, nonincreasing in y. */
  public static Expression quadOverLin(Expression x, Expression y) {
    return new QuadOverLin(x, y).applied();
  }

  /** The squares. Convex. */
  public static Expression square(Expression x) {
    return new Square(x).applied();
  }

  /** The sum of the squares: a scalar. Convex. */
  public static Expression sumSquares(Expression x) {
    return new SumOfSquares(x).applied();
  }

  /** The reciprocals of positive numbers. Convex, nonincreasing. */
  public static Expression inverse(Expression x) {
    return new Inverse(x).applied();
  }

  /** The square roots. Concave, nondecreasing. */
  public static Expression sqrt(Expression x) {
    return new Sqrt(x).applied();
  }

  /** The geometric mean of nonnegative numbers. Concave, nondecreasing. */
  public static Expression geoMean(Expression x) {
    return new GeometricMean(x).applied();
  }

  /**
   * The powers {@code x^p}: on {@code x >= 0} convex for {@code p > 1} and concave for {@code 0 < p
   * < 1}, on {@code x > 0} convex for {@code p < 0}; an even whole p allows any x.
   */
  public static Expression pow(Expression x, double p) {
    Numbers.finite(p, "exponent");
    if (p == 1.0) {
      return x;
    }
    if (p == 0.0) {
      throw new InputException("pow needs an exponent other than 0: x^0 is the number 1.");
    }
    if (p == 2.0) {
      return square(x);
    }
    boolean even = p > 0.0 && p % 2.0 == 0.0;
    return new Power(even ? abs(x) : x, p).applied();
  }

  /** The logarithm of the sum of exponentials: a scalar. Convex, nondecreasing. */
  public static Expression logSumExp(Expression x) {
    return new LogSumExp(x).applied();
  }

  /** The exponentials. Convex, nondecreasing. */
  public static Expression exp(Expression x) {
    return new Exp(x).applied();
  }

  /** The natural logarithms. Concave, nondecreasing. */
  public static Expression log(Expression x) {
    return new Log(x).applied();
  }

  /** The entropy {@code -sum x_i log x_i}: a scalar. Concave. */
  public static Expression entropy(Expression x) {
    return new Entropy(x).applied();
  }

  /** The relative entropy {@code sum x_i log(x_i / y_i)}: a scalar. Convex in both together. */
  public static Expression relEntropy(Expression x, Expression y) {
    return new RelativeEntropy(x, y).applied();
  }

  /** The relative entropy to a distribution of numbers. Convex. */
  public static Expression relEntropy(Expression x, double[] y) {
    return relEntropy(x, Expression.constant(y));
  }

  /**
   * The sum of the k largest elements. Convex, nondecreasing.
   *
   * @param k from 1 to the number of elements
   */
  public static Expression sumLargest(Expression x, int k) {
    if (k < 1 || k > x.size()) {
      throw new InputException(
          "sumLargest takes 1 to " + x.size() + " elements of " + x + ", not " + k + ".");
    }
    Formula formula = Formula.call("sumLargest", x.formula, Formula.number(k));
    return new SumLargest(formula, x, k, 1.0).applied();
  }

  /**
   * The conditional value at risk: the mean of the worst (largest) share {@code 1 - beta} of
   * equally likely losses. Convex, nondecreasing.
   *
   * @param losses one element a scenario
   * @param beta confidence level in [0, 1)
   */
  public static Expression cvar(Expression losses, double beta) {
    if (!(beta >= 0.0 && beta < 1.0)) {
      throw new InputException("cvar needs a level from 0 to below 1, not " + beta + ".");
    }
    Shapes.requireNotEmpty(losses, "cvar");
    double k = (1.0 - beta) * losses.size();
    Formula formula = Formula.call("cvar", losses.formula, Formula.number(beta));
    return new SumLargest(formula, losses, k, 1.0 / k).applied();
  }

  /** The largest eigenvalue of a symmetric affine matrix. Convex. */
  public static Expression lambdaMax(Expression x) {
    return new LambdaMax(x).applied();
  }

  /** The smallest eigenvalue of a symmetric affine matrix. Concave. */
  public static Expression lambdaMin(Expression x) {
    return lambdaMax(x.negate()).negate();
  }

  /** The logarithm of the determinant of a positive definite affine matrix. Concave. */
  public static Expression logDet(Expression x) {
    return new LogDet(x).applied();
  }

  /** The nuclear norm, the sum of the singular values, of an affine matrix. Convex. */
  public static Expression nuclear(Expression x) {
    return new Nuclear(x).applied();
  }

  /** The trace of the inverse of a positive definite affine matrix. Convex. */
  public static Expression traceInv(Expression x) {
    return new TraceInverse(x).applied();
  }

  /**
   * Huber's function: {@code x^2} where {@code |x| <= threshold}, {@code threshold (2 |x| -
   * threshold)} beyond, element by element. Convex.
   *
   * @param threshold positive
   */
  public static Expression huber(Expression x, double threshold) {
    if (!(threshold > 0.0 && threshold < Double.POSITIVE_INFINITY)) {
      throw new InputException("huber needs a positive threshold, not " + threshold + ".");
    }
    return new Huber(x, threshold).applied();
  }
}
