// float twin: generated
package org.infimum.linalg.transform;

/** The roots of unity e^(-2 pi i k / n), k = 0 .. n - 1. */
final class DoubleRootTable {
  final int n;
  final double[] re;
  final double[] im;

  DoubleRootTable(int n) {
    this.n = n;
    re = new double[n];
    im = new double[n];
    for (int k = 0; k < n; k++) {
      re[k] = DoubleRoots.cosine(k, n);
      im[k] = -DoubleRoots.sine(k, n);
    }
  }
}
