package org.infimum.plot;

/**
 * One named set of points. A point that its axes cannot show (NaN, infinite, or not positive on a
 * logarithmic axis) is left out and interrupts the line.
 *
 * @param name the entry in the legend
 * @param x abscissae; not copied
 * @param y ordinates, as many as abscissae; not copied
 * @param style how the points are drawn
 */
public record Series(String name, double[] x, double[] y, Style style) {
  /** How the points of a series are drawn. */
  public enum Style {
    /** Straight lines between neighbours. */
    LINE,
    /** A mark at each point. */
    POINTS,
    /** Straight lines and marks. */
    LINE_AND_POINTS,
    /** A step function that takes each ordinate from its abscissa on. */
    STEPS;

    boolean hasLine() {
      return this != POINTS;
    }

    boolean hasMarks() {
      return this == POINTS || this == LINE_AND_POINTS;
    }
  }

  /** Refuses arrays of different lengths. */
  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "the series '"
              + name
              + "' has "
              + x.length
              + " abscissae but "
              + y.length
              + " ordinates");
    }
  }

  /** A line through the points in the order given. */
  public static Series line(String name, double[] x, double[] y) {
    return new Series(name, x, y, Style.LINE);
  }

  /** Marks without a line. */
  public static Series points(String name, double[] x, double[] y) {
    return new Series(name, x, y, Style.POINTS);
  }

  /** A line with a mark at each point. */
  public static Series marked(String name, double[] x, double[] y) {
    return new Series(name, x, y, Style.LINE_AND_POINTS);
  }

  /** A step function. */
  public static Series steps(String name, double[] x, double[] y) {
    return new Series(name, x, y, Style.STEPS);
  }
}
