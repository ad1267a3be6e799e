// float twin: generated
package org.infimum.linalg.dense;

/**
 * The basic linear algebra subprograms (BLAS) on column-major arrays: element (i, j) of a matrix
 * stands at {@code a[aAt + i + j * lda]}. The arguments are those of the reference BLAS with an
 * offset after each array, and the number of threads last; nothing is allocated or copied that the
 * caller sees, and no result depends on the number of threads.
 *
 * <p>As in the reference BLAS, a factor {@code beta} of zero means that the result is not read, and
 * {@code alpha} of zero that the factors are not read; otherwise NaN and infinity propagate by the
 * rules of IEEE arithmetic. Subnormal numbers are kept. Each element of a product is one chain of
 * fused multiply-adds over the inner index that starts from {@code beta} times the old element, so
 * that vector widths, the scalar twin and all blockings agree to the bit.
 *
 * <p>Arrays of the result must not overlap the factors. Where {@link NativeBlas} was asked for, it
 * takes the large products, symmetric products and triangular solutions, and what is said here of
 * bits, threads and zero factors is for it to keep.
 */
public final class DoubleBlas {
  private DoubleBlas() {}

  /**
   * C := alpha op(A) op(B) + beta C, with op(A) of m x k, op(B) of k x n and C of m x n.
   *
   * @param transA whether op(A) = A'
   * @param transB whether op(B) = B'
   * @param m rows of C
   * @param n columns of C
   * @param k inner dimension
   * @param alpha factor of the product
   * @param a A, or its transpose
   * @param aAt where A begins
   * @param lda leading dimension of A, at least its number of rows
   * @param b B, or its transpose
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @param beta factor of C; if zero, C is not read
   * @param c C
   * @param cAt where C begins
   * @param ldc leading dimension of C
   * @param threads how many threads to use, at least one
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public static void gemm(
      Transpose transA,
      Transpose transB,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      int threads) {
    boolean plainA = transA == Transpose.NO;
    boolean plainB = transB == Transpose.NO;
    Shapes.check("A", plainA ? m : k, plainA ? k : m, a.length, aAt, lda);
    Shapes.check("B", plainB ? k : n, plainB ? n : k, b.length, bAt, ldb);
    Shapes.check("C", m, n, c.length, cAt, ldc);
    Shapes.checkThreads(threads);
    DoubleNativeBlas library = DoubleNativeBlas.forProducts((double) m * n * k);
    if (library != null) {
      library.gemm(
          transA, transB, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc, threads);
      return;
    }
    DoubleOperand left = DoubleOperand.general(a, aAt, lda, plainA, 1);
    DoubleOperand right = DoubleOperand.general(b, bAt, ldb, !plainB, alpha);
    DoubleGemm.update(m, n, k, alpha, left, right, beta, c, cAt, ldc, null, threads);
  }

  /**
   * One triangle of C := alpha op(A) op(B) + beta C, for products known to be symmetric; op(A) is n
   * x k, op(B) k x n, and the other triangle of C is neither read nor written.
   *
   * @param triangle the triangle of C
   * @param transA whether op(A) = A'
   * @param transB whether op(B) = B'
   * @param n order of C
   * @param k inner dimension
   * @param alpha factor of the product
   * @param a A, or its transpose
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @param b B, or its transpose
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @param beta factor of C; if zero, C is not read
   * @param c C
   * @param cAt where C begins
   * @param ldc leading dimension of C
   * @param threads how many threads to use, at least one
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public static void gemmt(
      Triangle triangle,
      Transpose transA,
      Transpose transB,
      int n,
      int k,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      int threads) {
    boolean plainA = transA == Transpose.NO;
    boolean plainB = transB == Transpose.NO;
    Shapes.check("A", plainA ? n : k, plainA ? k : n, a.length, aAt, lda);
    Shapes.check("B", plainB ? k : n, plainB ? n : k, b.length, bAt, ldb);
    Shapes.check("C", n, n, c.length, cAt, ldc);
    Shapes.checkThreads(threads);
    DoubleOperand left = DoubleOperand.general(a, aAt, lda, plainA, 1);
    DoubleOperand right = DoubleOperand.general(b, bAt, ldb, !plainB, alpha);
    DoubleGemm.update(n, n, k, alpha, left, right, beta, c, cAt, ldc, triangle, threads);
  }

  /**
   * One triangle of C := alpha op(A) op(A)' + beta C, with op(A) of n x k.
   *
   * @param triangle the triangle of C that is read and written
   * @param trans whether op(A) = A'
   * @param n order of C
   * @param k columns of op(A)
   * @param alpha factor of the product
   * @param a A
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @param beta factor of C; if zero, C is not read
   * @param c C
   * @param cAt where C begins
   * @param ldc leading dimension of C
   * @param threads how many threads to use, at least one
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public static void syrk(
      Triangle triangle,
      Transpose trans,
      int n,
      int k,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      int threads) {
    DoubleNativeBlas library = DoubleNativeBlas.forProducts(0.5 * n * n * k);
    if (library != null) {
      boolean plain = trans == Transpose.NO;
      Shapes.check("A", plain ? n : k, plain ? k : n, a.length, aAt, lda);
      Shapes.check("C", n, n, c.length, cAt, ldc);
      Shapes.checkThreads(threads);
      library.syrk(triangle, trans, n, k, alpha, a, aAt, lda, beta, c, cAt, ldc, threads);
      return;
    }
    gemmt(
        triangle,
        trans,
        trans.flipped(),
        n,
        k,
        alpha,
        a,
        aAt,
        lda,
        a,
        aAt,
        lda,
        beta,
        c,
        cAt,
        ldc,
        threads);
  }

  /**
   * One triangle of C := alpha (op(A) op(B)' + op(B) op(A)') + beta C, with op(A) and op(B) of n x
   * k.
   *
   * @param triangle the triangle of C that is read and written
   * @param trans whether op(A) = A' and op(B) = B'
   * @param n order of C
   * @param k columns of op(A) and op(B)
   * @param alpha factor of the products
   * @param a A
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @param b B
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @param beta factor of C; if zero, C is not read
   * @param c C
   * @param cAt where C begins
   * @param ldc leading dimension of C
   * @param threads how many threads to use, at least one
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public static void syr2k(
      Triangle triangle,
      Transpose trans,
      int n,
      int k,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      int threads) {
    Transpose other = trans.flipped();
    gemmt(
        triangle, trans, other, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc, threads);
    gemmt(triangle, trans, other, n, k, alpha, b, bAt, ldb, a, aAt, lda, 1, c, cAt, ldc, threads);
  }

  /**
   * C := alpha A B + beta C or C := alpha B A + beta C, with A symmetric and B and C of m x n.
   *
   * @param side where A stands
   * @param triangle the triangle of A that is read
   * @param m rows of C
   * @param n columns of C
   * @param alpha factor of the product
   * @param a A, of order m on the left and n on the right
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @param b B
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @param beta factor of C; if zero, C is not read
   * @param c C
   * @param cAt where C begins
   * @param ldc leading dimension of C
   * @param threads how many threads to use, at least one
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public static void symm(
      Side side,
      Triangle triangle,
      int m,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      int threads) {
    boolean isLeft = side == Side.LEFT;
    int order = isLeft ? m : n;
    Shapes.check("A", order, order, a.length, aAt, lda);
    Shapes.check("B", m, n, b.length, bAt, ldb);
    Shapes.check("C", m, n, c.length, cAt, ldc);
    Shapes.checkThreads(threads);
    DoubleOperand symmetric = DoubleOperand.symmetric(a, aAt, lda, triangle, isLeft ? 1 : alpha);
    DoubleOperand general = DoubleOperand.general(b, bAt, ldb, !isLeft, isLeft ? alpha : 1);
    DoubleGemm.update(
        m,
        n,
        order,
        alpha,
        isLeft ? symmetric : general,
        isLeft ? general : symmetric,
        beta,
        c,
        cAt,
        ldc,
        null,
        threads);
  }

  /**
   * B := alpha op(A)^-1 B or B := alpha B op(A)^-1, with A triangular and B of m x n. Zeros on the
   * diagonal of A give infinities or NaN, as the division does.
   *
   * @param side where A stands
   * @param triangle the triangle of A that is read
   * @param trans whether op(A) = A'
   * @param diagonal whether A has a unit diagonal
   * @param m rows of B
   * @param n columns of B
   * @param alpha factor of the solution; if zero, B is set to zero without reading it
   * @param a A, of order m on the left and n on the right
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @param b the right-hand sides, overwritten by the solution
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @param threads how many threads to use, at least one
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public static void trsm(
      Side side,
      Triangle triangle,
      Transpose trans,
      Diagonal diagonal,
      int m,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      int threads) {
    int order = side == Side.LEFT ? m : n;
    Shapes.check("A", order, order, a.length, aAt, lda);
    Shapes.check("B", m, n, b.length, bAt, ldb);
    Shapes.checkThreads(threads);
    double products = (double) m * n * order;
    DoubleNativeBlas library = DoubleNativeBlas.forProducts(products);
    if (library != null) {
      library.trsm(side, triangle, trans, diagonal, m, n, alpha, a, aAt, lda, b, bAt, ldb, threads);
      return;
    }
    if (alpha != 1) {
      DoubleScaling.scale(alpha, m, n, b, bAt, ldb);
    }
    if (alpha != 0 && m > 0 && n > 0) {
      new DoubleTrsm(side, triangle, trans, diagonal, a, lda, b, ldb, threads, products)
          .run(m, n, aAt, bAt);
    }
  }

  /**
   * B := alpha op(A) B or B := alpha B op(A), with A triangular and B of m x n.
   *
   * @param side where A stands
   * @param triangle the triangle of A that is read
   * @param trans whether op(A) = A'
   * @param diagonal whether A has a unit diagonal
   * @param m rows of B
   * @param n columns of B
   * @param alpha factor of the product; if zero, B is set to zero without reading it
   * @param a A, of order m on the left and n on the right
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @param b B, overwritten by the product
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @param threads how many threads to use, at least one
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public static void trmm(
      Side side,
      Triangle triangle,
      Transpose trans,
      Diagonal diagonal,
      int m,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      int threads) {
    int order = side == Side.LEFT ? m : n;
    Shapes.check("A", order, order, a.length, aAt, lda);
    Shapes.check("B", m, n, b.length, bAt, ldb);
    Shapes.checkThreads(threads);
    if (alpha != 1) {
      DoubleScaling.scale(alpha, m, n, b, bAt, ldb);
    }
    if (alpha != 0 && m > 0 && n > 0) {
      new DoubleTrmm(side, triangle, trans, diagonal, a, lda, b, ldb, threads).run(m, n, aAt, bAt);
    }
  }

  /**
   * y := alpha op(A) x + beta y.
   *
   * @param trans whether op(A) = A'
   * @param m rows of A
   * @param n columns of A
   * @param alpha factor of the product
   * @param a A
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @param x x, of n elements, or m if A is transposed
   * @param xAt where x begins
   * @param xStep from one element of x to the next, at least 1
   * @param beta factor of y; if zero, y is not read
   * @param y y, of m elements, or n if A is transposed
   * @param yAt where y begins
   * @param yStep from one element of y to the next, at least 1
   * @param threads how many threads to use, at least one
   * @throws IllegalArgumentException if an argument does not fit its array
   */
  public static void gemv(
      Transpose trans,
      int m,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] x,
      int xAt,
      int xStep,
      double beta,
      double[] y,
      int yAt,
      int yStep,
      int threads) {
    Shapes.check("A", m, n, a.length, aAt, lda);
    Shapes.checkVector("x", trans == Transpose.NO ? n : m, x.length, xAt, xStep);
    Shapes.checkVector("y", trans == Transpose.NO ? m : n, y.length, yAt, yStep);
    Shapes.checkThreads(threads);
    DoubleGemv.update(trans, m, n, alpha, a, aAt, lda, x, xAt, xStep, beta, y, yAt, yStep, threads);
  }

  /**
   * y := alpha A x + beta y with A symmetric.
   *
   * @param triangle the triangle of A that is read
   * @param n order of A
   * @param alpha factor of the product
   * @param a A
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @param x x
   * @param xAt where x begins
   * @param beta factor of y; if zero, y is not read
   * @param y y
   * @param yAt where y begins
   * @param threads how many threads to use, at least one
   * @throws IllegalArgumentException if an argument does not fit its array
   */
  public static void symv(
      Triangle triangle,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] x,
      int xAt,
      double beta,
      double[] y,
      int yAt,
      int threads) {
    Shapes.check("A", n, n, a.length, aAt, lda);
    Shapes.checkVector("x", n, x.length, xAt, 1);
    Shapes.checkVector("y", n, y.length, yAt, 1);
    Shapes.checkThreads(threads);
    DoubleSymv.update(triangle, n, alpha, a, aAt, lda, x, xAt, beta, y, yAt, threads);
  }

  /**
   * A := A + alpha x y'.
   *
   * @param m rows of A
   * @param n columns of A
   * @param alpha factor of the product
   * @param x x, of m contiguous elements
   * @param xAt where x begins
   * @param y y, of n elements
   * @param yAt where y begins
   * @param yStep from one element of y to the next, at least 1
   * @param a A
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @throws IllegalArgumentException if an argument does not fit its array
   */
  public static void ger(
      int m,
      int n,
      double alpha,
      double[] x,
      int xAt,
      double[] y,
      int yAt,
      int yStep,
      double[] a,
      int aAt,
      int lda) {
    Shapes.checkVector("x", m, x.length, xAt, 1);
    Shapes.checkVector("y", n, y.length, yAt, yStep);
    Shapes.check("A", m, n, a.length, aAt, lda);
    if (alpha == 0) {
      return;
    }
    for (int j = 0; j < n; j++) {
      DoubleColumns.add(m, alpha * y[yAt + j * yStep], x, xAt, a, aAt + j * lda);
    }
  }
}
