package org.infimum.plot;

/**
 * Colours, dash patterns and marks of the series of one plot. The colours are those of Okabe and
 * Ito (2008), told apart under the common forms of colour blindness; dashes and marks change with a
 * different period so that a print in black and white stays readable.
 */
final class Palette {
  private static final String[] COLOURS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"
  };
  private static final String[] DASHES = {"", "7 3", "2 2", "9 3 2 3"};

  private Palette() {}

  static String colour(int series) {
    return COLOURS[series % COLOURS.length];
  }

  /** The {@code stroke-dasharray}, empty for a solid line. */
  static String dash(int series) {
    return DASHES[series % DASHES.length];
  }

  /**
   * SVG path of a mark of about 7 px around the origin: circle, square, triangle, diamond, cross.
   */
  static String mark(int series) {
    return switch (series % 5) {
      case 0 -> "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z";
      case 1 -> "M-3 -3h6v6h-6z";
      case 2 -> "M0 -4l4 7h-8z";
      case 3 -> "M0 -4.5l4 4.5l-4 4.5l-4 -4.5z";
      default -> "M-4 -1h3v-3h2v3h3v2h-3v3h-2v-3h-3z";
    };
  }
}
