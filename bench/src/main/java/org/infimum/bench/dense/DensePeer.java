package org.infimum.bench.dense;

import org.jspecify.annotations.Nullable;

/** A library of dense linear algebra. */
public interface DensePeer {
  /** Its name in the tables. */
  String name();

  /**
   * One run of an operation, to be repeated: a product into a matrix kept, or a factorization of a
   * fresh copy of the matrix. Null if the library does not offer it, or not with so many threads.
   */
  @Nullable Runnable task(DenseOperation operation, DenseInput input, int threads);
}
