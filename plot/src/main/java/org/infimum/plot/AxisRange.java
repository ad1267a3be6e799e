package org.infimum.plot;

import java.util.ArrayList;
import java.util.List;

/** The range an axis shows and the ticks on it, settled from the axis and its data. */
final class AxisRange {
  /**
   * A tick.
   *
   * @param value where it stands
   * @param label what is written at it
   * @param exponent for a power of ten on a logarithmic axis its exponent as text, otherwise empty
   */
  record Tick(double value, String label, String exponent) {}

  private static final int WANTED_TICKS = 6;
  private static final int MOST_DECADES = 9;

  private final Scale scale;
  private final double low;
  private final double high;

  private AxisRange(Scale scale, double low, double high) {
    this.scale = scale;
    this.low = low;
    this.high = high;
  }

  /**
   * The range of {@code axis} over {@code data}, widened a little where its ends come from the
   * data; a unit interval or decade if nothing can be shown.
   */
  static AxisRange over(Axis axis, Iterable<double[]> data) {
    Scale scale = axis.scale();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] values : data) {
      for (double value : values) {
        if (scale.shows(value)) {
          low = Math.min(low, scale.transform(value));
          high = Math.max(high, scale.transform(value));
        }
      }
    }
    if (low > high) {
      low = 0.0;
      high = 1.0;
    }
    double margin = 0.04 * (high - low);
    if (high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
      margin = scale == Scale.LOG ? 0.5 : Math.max(0.5, 0.1 * Math.abs(low));
    }
    boolean touchesZero = scale == Scale.LINEAR && low >= 0.0 && low < 0.3 * high;
    double first = touchesZero ? 0.0 : low - margin;
    double last = high + margin;
    if (!Double.isNaN(axis.lower())) {
      first = scale.transform(axis.lower());
    }
    if (!Double.isNaN(axis.upper())) {
      last = scale.transform(axis.upper());
    }
    return first < last
        ? new AxisRange(scale, first, last)
        : new AxisRange(scale, Math.min(first, last) - 0.5, Math.max(first, last) + 0.5);
  }

  /** The place of a value as a fraction of the axis: 0 at the lower end, 1 at the upper one. */
  double fraction(double value) {
    return (scale.transform(value) - low) / (high - low);
  }

  boolean contains(double value) {
    double fraction = scale.shows(value) ? fraction(value) : -1.0;
    return fraction >= -1e-9 && fraction <= 1.0 + 1e-9;
  }

  List<Tick> ticks() {
    return scale == Scale.LOG ? logTicks() : linearTicks();
  }

  private List<Tick> linearTicks() {
    double rough = (high - low) / WANTED_TICKS;
    double power = Math.pow(10.0, Math.floor(Math.log10(rough)));
    double leading = rough / power;
    double step =
        power * (leading <= 1.0 ? 1.0 : leading <= 2.0 ? 2.0 : leading <= 5.0 ? 5.0 : 10.0);
    List<Tick> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    for (long k = first; k <= last; k++) {
      double value = k * step;
      ticks.add(new Tick(value, Numbers.plain(value, step), ""));
    }
    return ticks;
  }

  private List<Tick> logTicks() {
    int first = (int) Math.ceil(low - 1e-9);
    int last = (int) Math.floor(high + 1e-9);
    List<Tick> ticks = new ArrayList<>();
    if (last - first >= 2) {
      int stride = 1 + (last - first) / MOST_DECADES;
      for (int decade = first; decade <= last; decade += stride) {
        ticks.add(new Tick(Math.pow(10.0, decade), "10", Integer.toString(decade)));
      }
      return ticks;
    }
    for (int decade = (int) Math.floor(low); decade <= last + 1; decade++) {
      for (int digit : new int[] {1, 2, 5}) {
        double value = digit * Math.pow(10.0, decade);
        if (contains(value)) {
          ticks.add(new Tick(value, Numbers.compact(value), ""));
        }
      }
    }
    return ticks;
  }
}
