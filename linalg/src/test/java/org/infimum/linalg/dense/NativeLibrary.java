package org.infimum.linalg.dense;

import static org.junit.jupiter.api.Assumptions.abort;

/** Turns OpenBLAS on for the tests of a class, which are skipped where the system has none. */
final class NativeLibrary {
  private NativeLibrary() {}

  static void use() {
    try {
      NativeBlas.use("");
    } catch (IllegalArgumentException absent) {
      abort(String.valueOf(absent.getMessage()));
    }
  }
}
