package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.spectral.Spectra.Kind;
import org.junit.jupiter.api.Test;

class DoubleSmallSymmetricTest {
  private final Random random = new Random(Spectra.seed());

  @Test
  void decomposesRandomMatricesOfAnyScale() {
    for (int trial = 0; trial < 3000; trial++) {
      int n = 1 + trial % 3;
      Kind[] kinds = Kind.values();
      double[] w = kinds[random.nextInt(kinds.length)].values(n, random);
      double[] a = Spectra.symmetric(w, random);
      Arrays.sort(w);
      double scale = Math.scalb(1.0, random.nextInt(1900) - 950);
      double[] scaled = Arrays.stream(a).map(x -> x * scale).toArray();
      DoubleSmallSymmetric eigen = new DoubleSmallSymmetric(n);
      eigen.decompose(scaled, 0, n);
      double[] values = Arrays.stream(eigen.values()).map(x -> x / scale).toArray();
      double[] q = eigen.vectors();
      String what = "trial " + trial + ", seed " + Spectra.seed();
      assertArrayEquals(w, values, 20 * Spectra.EPSILON, what);
      assertTrue(Spectra.distanceFromOrthonormal(n, n, q) <= 20 * Spectra.EPSILON, what);
      assertTrue(Spectra.residual(n, n, a, q, values, q) <= 20 * Spectra.EPSILON, what);
    }
  }

  @Test
  void keepsTheSmallEigenvaluesOfGradedDefiniteMatrices() {
    // diag(1, 1e-10, 1e-20) with couplings well below: eigenvalues by second-order perturbation.
    double[] a = {1, 1e-8, 1e-13, 1e-8, 1e-10, 1e-18, 1e-13, 1e-18, 1e-20};
    DoubleSmallSymmetric eigen = new DoubleSmallSymmetric(3);
    eigen.decompose(a, 0, 3);
    assertEquals(1, eigen.values()[2], 1e-15);
    assertEquals(1e-10 - 1e-16, eigen.values()[1], 1e-21);
    assertEquals(1e-20, eigen.values()[0], 1e-25);
  }

  @Test
  void readsOnlyTheLowerTriangle() {
    double[] a = {2, 1, Double.NaN, 3};
    DoubleSmallSymmetric eigen = new DoubleSmallSymmetric(2);
    eigen.decompose(a, 0, 2);
    assertEquals(2.5 - Math.sqrt(1.25), eigen.values()[0], 1e-15);
    assertEquals(2.5 + Math.sqrt(1.25), eigen.values()[1], 1e-15);
  }

  @Test
  void refusesOtherOrdersAndElementsThatAreNotFinite() {
    assertThrows(IllegalArgumentException.class, () -> new DoubleSmallSymmetric(4));
    assertThrows(IllegalArgumentException.class, () -> new DoubleSmallSymmetric(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DoubleSmallSymmetric(1).decompose(new double[] {Double.NaN}, 0, 1));
  }
}
