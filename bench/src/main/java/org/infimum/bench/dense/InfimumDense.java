package org.infimum.bench.dense;

import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.DoubleCholesky;
import org.infimum.linalg.dense.DoubleLdl;
import org.infimum.linalg.dense.DoubleLu;
import org.infimum.linalg.dense.DoubleQr;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.dense.Triangle;

/** The kernels under test. */
public final class InfimumDense implements DensePeer {
  @Override
  public String name() {
    return "Infimum";
  }

  @Override
  public Runnable task(DenseOperation operation, DenseInput input, int threads) {
    int n = input.n();
    double[] source = input.matrix(operation);
    double[] a = new double[n * n];
    return switch (operation) {
      case DGEMM ->
          () ->
              DoubleBlas.gemm(
                  Transpose.NO,
                  Transpose.NO,
                  n,
                  n,
                  n,
                  1,
                  input.left(),
                  0,
                  n,
                  input.right(),
                  0,
                  n,
                  0,
                  a,
                  0,
                  n,
                  threads);
      case SGEMM -> single(input, threads);
      case CHOLESKY -> {
        DoubleCholesky cholesky = new DoubleCholesky(Triangle.LOWER, threads);
        yield () -> cholesky.factor(n, copied(source, a), 0, n);
      }
      case LDL -> {
        DoubleLdl ldl = new DoubleLdl(threads);
        yield () -> ldl.factor(n, copied(source, a), 0, n);
      }
      case QUASIDEFINITE -> {
        DoubleLdl ldl = new DoubleLdl(threads);
        yield () -> ldl.factorQuasidefinite(n, copied(source, a), 0, n);
      }
      case LU -> {
        DoubleLu lu = new DoubleLu(threads);
        yield () -> lu.factor(n, copied(source, a), 0, n);
      }
      case QR -> {
        DoubleQr qr = new DoubleQr(threads);
        yield () -> qr.factor(n, n, copied(source, a), 0, n);
      }
    };
  }

  private static Runnable single(DenseInput input, int threads) {
    int n = input.n();
    float[] left = DenseInput.narrow(input.left());
    float[] right = DenseInput.narrow(input.right());
    float[] product = new float[n * n];
    return () ->
        FloatBlas.gemm(
            Transpose.NO,
            Transpose.NO,
            n,
            n,
            n,
            1,
            left,
            0,
            n,
            right,
            0,
            n,
            0,
            product,
            0,
            n,
            threads);
  }

  private static double[] copied(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, from.length);
    return to;
  }
}
