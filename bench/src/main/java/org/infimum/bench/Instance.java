package org.infimum.bench;

import java.nio.file.Path;

/**
 * One problem file with what is known about it.
 *
 * @param set the set it belongs to, for example {@code netlib_lp/feasible}
 * @param name its name within the set
 * @param file the file
 * @param reference the published answer
 */
record Instance(String set, String name, Path file, Reference reference) {

  /**
   * A published answer.
   *
   * @param kind what the answer is
   * @param objective the optimal value, NaN if there is none
   * @param crossCheck an independent second value, NaN if there is none: some files differ from the
   *     ones whose optimum was published, and then only this value belongs to the file
   * @param tolerance the relative error up to which an objective agrees with it
   */
  record Reference(Kind kind, double objective, double crossCheck, double tolerance) {
    /** Nothing is known. */
    static final Reference UNKNOWN =
        new Reference(Kind.UNKNOWN, Double.NaN, Double.NaN, Double.NaN);

    /** The relative error of {@code value} against the nearer of the two values. */
    double error(double value) {
      double published = relative(value, objective);
      double second = relative(value, crossCheck);
      return second < published ? second : published;
    }

    private static double relative(double value, double reference) {
      return Math.abs(value - reference) / Math.max(1.0, Math.abs(reference));
    }

    /** What is published about an instance. */
    enum Kind {
      /** An optimal value. */
      OPTIMAL,
      /** An optimal value of few digits: the solver's own gap must be small as well. */
      APPROXIMATE,
      /** There is no feasible point. */
      INFEASIBLE,
      /** Nothing. */
      UNKNOWN
    }
  }
}
