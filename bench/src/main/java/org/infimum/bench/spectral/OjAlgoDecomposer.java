package org.infimum.bench.spectral;

import java.util.Optional;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.R064Store;

/** ojAlgo. */
public record OjAlgoDecomposer() implements Decomposer {
  @Override
  public String name() {
    return "ojAlgo";
  }

  @Override
  public Outcome decompose(Task task, int n, double[] a) {
    R064Store matrix = R064Store.wrap(a.clone(), n);
    double[] values = new double[n];
    if (task == Task.EIGEN) {
      Eigenvalue<Double> eigen = Eigenvalue.R064.make(matrix, true);
      long start = System.nanoTime();
      eigen.decompose(matrix);
      eigen.getV();
      double seconds = (System.nanoTime() - start) * 1e-9;
      eigen.getEigenvalues(values, Optional.empty());
      return new Outcome(seconds, values);
    }
    SingularValue<Double> svd = SingularValue.R064.make(matrix);
    long start = System.nanoTime();
    svd.decompose(matrix);
    svd.getU();
    svd.getV();
    double seconds = (System.nanoTime() - start) * 1e-9;
    svd.getSingularValues(values);
    return new Outcome(seconds, values);
  }
}
