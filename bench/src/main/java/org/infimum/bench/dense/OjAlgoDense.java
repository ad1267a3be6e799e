package org.infimum.bench.dense;

import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.decomposition.LDL;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.decomposition.MatrixDecomposition;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.store.R064Store;

/** ojAlgo, which chooses its threads itself. */
public final class OjAlgoDense implements DensePeer {
  @Override
  public String name() {
    return "ojAlgo";
  }

  @Override
  public @Nullable Runnable task(DenseOperation operation, DenseInput input, int threads) {
    R064Store a = R064Store.wrap(input.matrix(operation).clone(), input.n());
    return switch (operation) {
      case DGEMM -> {
        R064Store b = R064Store.wrap(input.right().clone(), input.n());
        R064Store c = R064Store.FACTORY.make(input.n(), input.n());
        yield () -> c.fillByMultiplying(a, b);
      }
      case SGEMM -> null;
      case CHOLESKY -> decomposition(Cholesky.R064.make(a), a);
      case LDL, QUASIDEFINITE -> decomposition(LDL.R064.make(a), a);
      case LU -> decomposition(LU.R064.make(a), a);
      case QR -> decomposition(QR.R064.make(a), a);
    };
  }

  private static Runnable decomposition(MatrixDecomposition<Double> decomposition, R064Store a) {
    return () -> decomposition.decompose(a);
  }
}
