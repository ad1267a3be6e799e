package org.infimum.cli;

import org.infimum.core.InputException;
import org.infimum.linalg.dense.NativeBlas;

/** The option that hands large dense products to OpenBLAS. */
final class NativeKernels {
  static final Option OPTION =
      new Option(
          "--native-blas",
          "[PATH]",
          "large dense products by OpenBLAS, or the library at PATH; its bits are its own");

  private NativeKernels() {}

  /**
   * Does what the option says.
   *
   * @throws InputException with one sentence if the library is not there
   */
  static void use(Arguments arguments) {
    String path = arguments.text(OPTION.name());
    if (path == null) {
      return;
    }
    try {
      NativeBlas.use(path);
    } catch (IllegalArgumentException absent) {
      throw new InputException(String.valueOf(absent.getMessage()), absent);
    }
  }
}
