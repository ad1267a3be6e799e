// float twin: generated
package org.infimum.linalg.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for the products in Java holds for those of OpenBLAS, in sizes that go there. */
class DoubleNativeBlasTest extends DoubleBlasTest {
  @BeforeAll
  static void use() {
    NativeLibrary.use();
  }

  @AfterAll
  static void stop() {
    NativeBlas.stop();
  }

  @Override
  int size(int trial) {
    return 50 + random.nextInt(40);
  }

  @Test
  void onlyLargeProductsGoToTheLibrary() {
    assertNull(DoubleNativeBlas.forProducts(1000));
    assertNotNull(DoubleNativeBlas.forProducts(1e6));
    NativeBlas.stop();
    assertNull(DoubleNativeBlas.forProducts(1e6));
    NativeLibrary.use();
  }

  /** Small whole numbers, so that sums are exact in whatever order. */
  @Test
  void operationsThatAreCutAgreeWithThoseInJava() {
    int n = 1100;
    int k = 2 * n;
    double[] a = new double[n * k];
    for (int t = 0; t < a.length; t++) {
      a[t] = random.nextInt(3) - 1;
    }
    double[] half = new double[n * n];
    for (int i = 0; i < n; i++) {
      half[i * (n + 1)] = 0.5;
    }
    double[] product = new double[n * n];
    double[] symmetric = new double[n * n];
    double[] twice = a.clone();
    Transpose no = Transpose.NO;
    DoubleBlas.gemm(no, Transpose.YES, n, n, k, 1, a, 0, n, a, 0, n, 0, product, 0, n, 2);
    for (Triangle triangle : Triangle.values()) {
      DoubleBlas.syrk(triangle, no, n, k, 1, a, 0, n, 0, symmetric, 0, n, 2);
    }
    DoubleBlas.trsm(
        Side.LEFT, Triangle.LOWER, no, Diagonal.STORED, n, k, 1, half, 0, n, twice, 0, n, 2);
    NativeBlas.stop();
    double[] expected = new double[n * n];
    DoubleBlas.gemm(no, Transpose.YES, n, n, k, 1, a, 0, n, a, 0, n, 0, expected, 0, n, 2);
    NativeLibrary.use();
    assertArrayEquals(expected, product);
    assertArrayEquals(expected, symmetric);
    for (int t = 0; t < a.length; t++) {
      assertEquals(2 * a[t], twice[t]);
    }
  }
}
