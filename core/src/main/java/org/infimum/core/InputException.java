package org.infimum.core;

/**
 * Bad input: one clear sentence with file, line and field where they are known. The command line
 * prints the message alone and exits with code 2.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; {@code message} is one full sentence for a person. */
  public InputException(String message) {
    super(message);
  }

  /** Creates the exception with the failure behind it. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
