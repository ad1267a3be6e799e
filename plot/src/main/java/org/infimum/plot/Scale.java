package org.infimum.plot;

/** How an axis maps values to lengths. */
public enum Scale {
  /** Equal differences take equal lengths. */
  LINEAR,
  /** Equal ratios take equal lengths; values that are not positive cannot be shown. */
  LOG;

  /** Whether {@code value} has a place on an axis of this scale. */
  public boolean shows(double value) {
    return Double.isFinite(value) && (this == LINEAR || value > 0.0);
  }

  /** The coordinate in which the axis is uniform. */
  double transform(double value) {
    return this == LOG ? Math.log10(value) : value;
  }
}
