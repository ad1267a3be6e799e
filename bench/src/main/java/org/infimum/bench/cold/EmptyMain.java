package org.infimum.bench.cold;

/** The least a JVM can do. */
public final class EmptyMain {
  private EmptyMain() {}

  /** Does nothing. */
  public static void main(String[] arguments) {}
}
