package org.infimum.convex.io;

import org.jspecify.annotations.Nullable;

/** The domains that the sections VAR and CON of a CBF file name. */
enum CbfDomain {
  FREE("F"),
  ZERO("L="),
  NONNEGATIVE("L+"),
  NONPOSITIVE("L-"),
  SECOND_ORDER("Q"),
  ROTATED("QR"),
  SEMIDEFINITE("SVECPSD"),
  EXPONENTIAL("EXP"),
  DUAL_EXPONENTIAL("EXP*"),
  GEOMETRIC_MEAN("GMEANABS"),
  DUAL_GEOMETRIC_MEAN("GMEANABS*"),
  POWER("POW"),
  DUAL_POWER("POW*");

  private static final CbfDomain[] ALL = values();

  /** The word in the file; those of power cones follow {@code @number:}. */
  final String keyword;

  CbfDomain(String keyword) {
    this.keyword = keyword;
  }

  /** A product of intervals: bounds of columns, or rows with ends. */
  boolean isPolyhedral() {
    return compareTo(NONPOSITIVE) <= 0;
  }

  boolean isPower() {
    return this == POWER || this == DUAL_POWER;
  }

  /** Whether CBF orders the three components the other way round: (w, y, x). */
  boolean isReversed() {
    return this == EXPONENTIAL || this == DUAL_EXPONENTIAL;
  }

  double lower() {
    return this == ZERO || this == NONNEGATIVE ? 0.0 : Double.NEGATIVE_INFINITY;
  }

  double upper() {
    return this == ZERO || this == NONPOSITIVE ? 0.0 : Double.POSITIVE_INFINITY;
  }

  static @Nullable CbfDomain of(String keyword) {
    for (CbfDomain domain : ALL) {
      if (domain.keyword.equals(keyword)) {
        return domain;
      }
    }
    return null;
  }
}
