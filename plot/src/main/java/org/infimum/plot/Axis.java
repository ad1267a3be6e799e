package org.infimum.plot;

/**
 * One axis of a plot.
 *
 * @param label what is measured, with its unit
 * @param scale how values are mapped to lengths
 * @param lower smallest value shown, NaN to take it from the data
 * @param upper largest value shown, NaN to take it from the data
 */
public record Axis(String label, Scale scale, double lower, double upper) {
  /** Refuses an end that the scale cannot show and a lower end that is not below the upper one. */
  public Axis {
    if ((!Double.isNaN(lower) && !scale.shows(lower))
        || (!Double.isNaN(upper) && !scale.shows(upper))) {
      throw new IllegalArgumentException("the axis cannot show " + lower + " to " + upper);
    }
    if (lower >= upper) {
      throw new IllegalArgumentException("the axis is empty: " + lower + " to " + upper);
    }
  }

  /** A linear axis that takes its range from the data. */
  public static Axis linear(String label) {
    return new Axis(label, Scale.LINEAR, Double.NaN, Double.NaN);
  }

  /** A logarithmic axis that takes its range from the data. */
  public static Axis log(String label) {
    return new Axis(label, Scale.LOG, Double.NaN, Double.NaN);
  }

  /** The same axis with a fixed range; NaN leaves an end to the data. */
  public Axis between(double newLower, double newUpper) {
    return new Axis(label, scale, newLower, newUpper);
  }
}
