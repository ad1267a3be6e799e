package org.infimum.bench.dense;

import dev.ludovic.netlib.blas.JavaBLAS;
import org.jspecify.annotations.Nullable;

/** The BLAS of netlib-java on the Vector API, on one thread. */
public final class NetlibVectorBlas implements DensePeer {
  private final JavaBLAS blas = JavaBLAS.getInstance();

  @Override
  public String name() {
    return "netlib-java";
  }

  @Override
  public @Nullable Runnable task(DenseOperation operation, DenseInput input, int threads) {
    int n = input.n();
    if (threads > 1) {
      return null;
    }
    if (operation == DenseOperation.DGEMM) {
      double[] product = new double[n * n];
      return () ->
          blas.dgemm("N", "N", n, n, n, 1, input.left(), n, input.right(), n, 0, product, n);
    }
    if (operation == DenseOperation.SGEMM) {
      float[] left = DenseInput.narrow(input.left());
      float[] right = DenseInput.narrow(input.right());
      float[] product = new float[n * n];
      return () -> blas.sgemm("N", "N", n, n, n, 1, left, n, right, n, 0, product, n);
    }
    return null;
  }
}
