package org.infimum.bench.spectral;

import org.infimum.linalg.spectral.DoubleSvd;
import org.infimum.linalg.spectral.DoubleSymmetricEigen;

/**
 * Infimum.
 *
 * @param threads how many it may use
 */
public record InfimumDecomposer(int threads) implements Decomposer {
  @Override
  public String name() {
    return "Infimum";
  }

  @Override
  public Outcome decompose(Task task, int n, double[] a) {
    return switch (task) {
      case EIGEN -> {
        DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n, threads);
        long start = System.nanoTime();
        eigen.decompose(a, 0, n);
        yield new Outcome((System.nanoTime() - start) * 1e-9, eigen.values());
      }
      case SVD -> {
        DoubleSvd svd = new DoubleSvd(n, n, threads);
        long start = System.nanoTime();
        svd.decompose(a, 0, n);
        yield new Outcome((System.nanoTime() - start) * 1e-9, svd.values());
      }
    };
  }
}
