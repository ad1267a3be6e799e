package org.infimum.bench.spectral;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** EJML. */
public record EjmlDecomposer() implements Decomposer {
  @Override
  public String name() {
    return "EJML";
  }

  @Override
  public Outcome decompose(Task task, int n, double[] a) {
    DMatrixRMaj matrix = DMatrixRMaj.wrap(n, n, a.clone());
    double[] values = new double[n];
    long start = System.nanoTime();
    if (task == Task.EIGEN) {
      EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
      eigen.decompose(matrix);
      double seconds = (System.nanoTime() - start) * 1e-9;
      for (int i = 0; i < n; i++) {
        values[i] = eigen.getEigenvalue(i).getReal();
      }
      return new Outcome(seconds, values);
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(n, n, true, true, true);
    svd.decompose(matrix);
    svd.getU(null, false);
    svd.getV(null, false);
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new Outcome(seconds, svd.getSingularValues());
  }
}
