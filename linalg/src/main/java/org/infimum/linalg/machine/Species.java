package org.infimum.linalg.machine;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector species of all kernels: as wide as the machine prefers, or as the system property
 * {@code infimum.species=128|256|512} says, which fixes the bits of every result across machines.
 * Load this class only when {@link VectorSupport#isUsed()}.
 */
public final class Species {
  /** Doubles. */
  public static final VectorSpecies<Double> DOUBLE;

  /** Floats, in vectors of the same size. */
  public static final VectorSpecies<Float> FLOAT;

  /** Integers, in vectors of the same size. */
  public static final VectorSpecies<Integer> INT;

  /** Longs, in vectors of the same size. */
  public static final VectorSpecies<Long> LONG;

  /** Shorts, in vectors of the same size. */
  public static final VectorSpecies<Short> SHORT;

  /** Bytes, in vectors of the same size. */
  public static final VectorSpecies<Byte> BYTE;

  static {
    VectorShape shape =
        switch (System.getProperty("infimum.species", "")) {
          case "128" -> VectorShape.S_128_BIT;
          case "256" -> VectorShape.S_256_BIT;
          case "512" -> VectorShape.S_512_BIT;
          default -> VectorShape.preferredShape();
        };
    DOUBLE = shape.withLanes(double.class);
    FLOAT = shape.withLanes(float.class);
    INT = shape.withLanes(int.class);
    LONG = shape.withLanes(long.class);
    SHORT = shape.withLanes(short.class);
    BYTE = shape.withLanes(byte.class);
  }

  private Species() {}
}
