package org.infimum.bench.spectral;

import java.util.Optional;

/** A library that decomposes dense matrices. */
public interface Decomposer {
  /** What is decomposed; vectors are always computed. */
  enum Task {
    /** Symmetric eigenvalues and eigenvectors. */
    EIGEN,
    /** Singular values and thin singular vectors. */
    SVD
  }

  /**
   * One decomposition.
   *
   * @param seconds the time of the decomposition alone, without copies in and out
   * @param values eigenvalues or singular values, in any order
   */
  record Outcome(double seconds, double[] values) {}

  /** The column of the table. */
  String name();

  /** Why the library is not there. */
  default Optional<String> absence() {
    return Optional.empty();
  }

  /**
   * Decomposes a symmetric matrix.
   *
   * @param n the order
   * @param a column-major
   */
  Outcome decompose(Task task, int n, double[] a);
}
