// float twin: generated
package org.infimum.linalg.dense;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What holds for the factorizations holds for them with the products of OpenBLAS. */
class DoubleNativeFactorizationTest extends DoubleFactorizationTest {
  @BeforeAll
  static void use() {
    NativeLibrary.use();
  }

  @AfterAll
  static void stop() {
    NativeBlas.stop();
  }

  /** A promise of the kernels in Java alone: this one is not a test here. */
  @Override
  void factorsDoNotDependOnTheNumberOfThreads() {}
}
