package org.infimum.bench.dense;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.DecompositionInterface;
import org.jspecify.annotations.Nullable;

/** EJML on one thread. */
public final class EjmlDense implements DensePeer {
  @Override
  public String name() {
    return "EJML";
  }

  @Override
  public @Nullable Runnable task(DenseOperation operation, DenseInput input, int threads) {
    if (threads > 1) {
      return null;
    }
    int n = input.n();
    DMatrixRMaj source = DMatrixRMaj.wrap(n, n, input.matrix(operation).clone());
    return switch (operation) {
      case DGEMM -> {
        DMatrixRMaj right = DMatrixRMaj.wrap(n, n, input.right().clone());
        DMatrixRMaj product = new DMatrixRMaj(n, n);
        yield () -> CommonOps_DDRM.mult(source, right, product);
      }
      case CHOLESKY -> decomposition(DecompositionFactory_DDRM.chol(n, true), source);
      case LU -> decomposition(DecompositionFactory_DDRM.lu(n, n), source);
      case QR -> decomposition(DecompositionFactory_DDRM.qr(n, n), source);
      case SGEMM, LDL, QUASIDEFINITE -> null;
    };
  }

  private static Runnable decomposition(
      DecompositionInterface<DMatrixRMaj> decomposition, DMatrixRMaj source) {
    DMatrixRMaj copy = source.copy();
    return () -> {
      copy.setTo(source);
      decomposition.decompose(copy);
    };
  }
}
