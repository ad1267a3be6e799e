// float twin: generated
package org.infimum.linalg.dense;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The products and triangular solutions of {@link NativeBlas}, with the arguments of {@link
 * DoubleBlas}. No garbage can be collected during a call; large operations are cut so that one call
 * lasts some tens of milliseconds.
 */
final class DoubleNativeBlas {
  /** Smaller operations take Java a few microseconds, and stay there. */
  private static final double FEWEST_PRODUCTS = 64 * 64 * 64;

  /** Products of one call. */
  private static final double MOST_PRODUCTS = 1 << 30;

  /** No call takes fewer rows, columns or inner indices than this at a time. */
  private static final int GRAIN = 64;

  private static final String PREFIX = Double.BYTES == 8 ? "cblas_d" : "cblas_s";

  /** The constant of CBLAS for column-major order. */
  private static final int COLUMN_MAJOR = 102;

  private final NativeBlas library;
  private final MethodHandle gemm;
  private final MethodHandle syrk;
  private final MethodHandle trsm;

  DoubleNativeBlas(NativeBlas library) {
    this.library = library;
    gemm =
        library.function(
            PREFIX + "gemm",
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            JAVA_INT);
    syrk =
        library.function(
            PREFIX + "syrk",
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            JAVA_INT);
    trsm =
        library.function(
            PREFIX + "trsm",
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT);
  }

  /** The library for so many products, if one was asked for and they are worth it. */
  static @Nullable DoubleNativeBlas forProducts(/* wide */ double products) {
    return products < FEWEST_PRODUCTS ? null : NativeBlas.doubles();
  }

  /** C := alpha op(A) op(B) + beta C, some columns at a time. */
  void gemm(
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
    library.setThreads(threads);
    MemorySegment left = from(a, aAt);
    int step = step(n, (double) m * k);
    try {
      for (int j = 0; j < n; j += step) {
        MemorySegment right = from(b, bAt + (transB == Transpose.NO ? j * ldb : j));
        gemm.invokeExact(
            COLUMN_MAJOR,
            code(transA),
            code(transB),
            m,
            Math.min(step, n - j),
            k,
            alpha,
            left,
            lda,
            right,
            ldb,
            beta,
            from(c, cAt + j * ldc),
            ldc);
      }
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** One triangle of C := alpha op(A) op(A)' + beta C, some inner indices at a time. */
  void syrk(
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
    library.setThreads(threads);
    MemorySegment result = from(c, cAt);
    int step = step(k, 0.5 * n * n);
    try {
      for (int t = 0; t < k; t += step) {
        syrk.invokeExact(
            COLUMN_MAJOR,
            code(triangle),
            code(trans),
            n,
            Math.min(step, k - t),
            alpha,
            from(a, aAt + (trans == Transpose.NO ? t * lda : t)),
            lda,
            t == 0 ? beta : 1,
            result,
            ldc);
      }
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** B := alpha op(A)^-1 B or B := alpha B op(A)^-1, some right-hand sides at a time. */
  void trsm(
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
    library.setThreads(threads);
    MemorySegment factor = from(a, aAt);
    boolean isLeft = side == Side.LEFT;
    int count = isLeft ? n : m;
    int order = isLeft ? m : n;
    int step = step(count, 0.5 * order * order);
    try {
      for (int i = 0; i < count; i += step) {
        int some = Math.min(step, count - i);
        trsm.invokeExact(
            COLUMN_MAJOR,
            isLeft ? 141 : 142,
            code(triangle),
            code(trans),
            diagonal == Diagonal.STORED ? 131 : 132,
            isLeft ? m : some,
            isLeft ? some : n,
            alpha,
            factor,
            lda,
            from(b, bAt + (isLeft ? i * ldb : i)),
            ldb);
      }
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** How many of {@code count} indices with so many products each one call takes. */
  private static int step(int count, /* wide */ double products) {
    return (int) Math.clamp(MOST_PRODUCTS / products, GRAIN, Math.max(GRAIN, count));
  }

  private static MemorySegment from(double[] array, int at) {
    return MemorySegment.ofArray(array).asSlice((long) at * Double.BYTES);
  }

  private static int code(Transpose trans) {
    return trans == Transpose.NO ? 111 : 112;
  }

  private static int code(Triangle triangle) {
    return triangle == Triangle.UPPER ? 121 : 122;
  }
}
