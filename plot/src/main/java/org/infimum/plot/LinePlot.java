package org.infimum.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Several series over common axes, drawn with a legend, ticks and a light grid.
 *
 * @param title the line above the plot
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the data, drawn in this order
 */
public record LinePlot(String title, Axis x, Axis y, List<Series> series) implements Figure {
  private static final int HEIGHT = 420;
  private static final int PLOT_WIDTH = 560;
  private static final int LEFT = 72;
  private static final int TOP = 40;
  private static final int BOTTOM = 56;
  private static final double PIXELS_PER_CHARACTER = 6.6;
  private static final String INK = "#333333";
  private static final String GRID = "#dddddd";

  /** Keeps an unmodifiable copy of the list of series. */
  public LinePlot {
    series = List.copyOf(series);
  }

  /** A plot without series; continue with {@link #with}. */
  public LinePlot(String title, Axis x, Axis y) {
    this(title, x, y, List.of());
  }

  /** The same plot with one more series. */
  public LinePlot with(Series another) {
    List<Series> more = new ArrayList<>(series);
    more.add(another);
    return new LinePlot(title, x, y, more);
  }

  @Override
  public String svg() {
    AxisRange horizontal = AxisRange.over(x, series.stream().map(Series::x).toList());
    AxisRange vertical = AxisRange.over(y, series.stream().map(Series::y).toList());
    return new Drawing(horizontal, vertical).draw();
  }

  /** One drawing: the settled ranges and the markup so far. */
  private final class Drawing {
    private final AxisRange horizontal;
    private final AxisRange vertical;
    private final Markup out = new Markup();
    private final int plotHeight = HEIGHT - TOP - BOTTOM;

    Drawing(AxisRange horizontal, AxisRange vertical) {
      this.horizontal = horizontal;
      this.vertical = vertical;
    }

    String draw() {
      double width = LEFT + PLOT_WIDTH + legendWidth() + 12;
      out.open(
          "svg",
          "xmlns",
          "http://www.w3.org/2000/svg",
          "viewBox",
          "0 0 " + Markup.number(width) + " " + HEIGHT,
          "width",
          width,
          "height",
          HEIGHT,
          "role",
          "img",
          "font-family",
          "Helvetica, Arial, sans-serif",
          "font-size",
          12,
          "fill",
          INK);
      out.leaf("title", title);
      out.empty("rect", "width", width, "height", HEIGHT, "fill", "#ffffff");
      out.leaf("text", title, "x", LEFT, "y", 24, "font-size", 15, "font-weight", "bold").newline();
      axes();
      for (int k = 0; k < series.size(); k++) {
        line(series.get(k), k);
        marks(series.get(k), k);
      }
      legend();
      return out.close("svg").toString();
    }

    private double px(double value) {
      return LEFT + PLOT_WIDTH * horizontal.fraction(value);
    }

    private double py(double value) {
      return TOP + plotHeight * (1.0 - vertical.fraction(value));
    }

    private void axes() {
      double floor = TOP + plotHeight;
      for (AxisRange.Tick tick : horizontal.ticks()) {
        double at = px(tick.value());
        out.empty("path", "d", path(at, TOP, at, floor), "stroke", GRID);
        tickLabel(tick, at, floor + 18, "middle");
      }
      for (AxisRange.Tick tick : vertical.ticks()) {
        double at = py(tick.value());
        out.empty("path", "d", path(LEFT, at, LEFT + PLOT_WIDTH, at), "stroke", GRID);
        tickLabel(tick, LEFT - 8, at + 4, "end");
      }
      out.empty(
          "rect",
          "x",
          LEFT,
          "y",
          TOP,
          "width",
          PLOT_WIDTH,
          "height",
          plotHeight,
          "fill",
          "none",
          "stroke",
          INK);
      out.leaf(
          "text",
          x.label(),
          "x",
          LEFT + PLOT_WIDTH / 2.0,
          "y",
          HEIGHT - 12,
          "text-anchor",
          "middle");
      out.leaf(
          "text",
          y.label(),
          "transform",
          "translate(18 " + Markup.number(TOP + plotHeight / 2.0) + ") rotate(-90)",
          "text-anchor",
          "middle");
      out.newline();
    }

    private void tickLabel(AxisRange.Tick tick, double atX, double atY, String anchor) {
      out.open("text", "x", atX, "y", atY, "text-anchor", anchor).text(tick.label());
      if (!tick.exponent().isEmpty()) {
        out.leaf("tspan", tick.exponent(), "dy", -5, "font-size", 9);
      }
      out.close("text");
    }

    private void line(Series one, int index) {
      if (!one.style().hasLine()) {
        return;
      }
      StringBuilder d = new StringBuilder();
      boolean down = false;
      double lastY = 0.0;
      for (int k = 0; k < one.x().length; k++) {
        if (!visible(one, k)) {
          down = false;
          continue;
        }
        double atX = px(one.x()[k]);
        double atY = py(one.y()[k]);
        if (down && one.style() == Series.Style.STEPS) {
          d.append('L').append(Markup.number(atX)).append(' ').append(Markup.number(lastY));
        }
        d.append(down ? 'L' : 'M')
            .append(Markup.number(atX))
            .append(' ')
            .append(Markup.number(atY));
        down = true;
        lastY = atY;
      }
      if (!d.isEmpty()) {
        stroke(d.toString(), index);
      }
    }

    private void stroke(String d, int index) {
      out.empty(
          "path",
          "d",
          d,
          "fill",
          "none",
          "stroke",
          Palette.colour(index),
          "stroke-width",
          1.8,
          "stroke-linejoin",
          "round",
          "stroke-dasharray",
          Palette.dash(index).isEmpty() ? "none" : Palette.dash(index));
      out.newline();
    }

    private void marks(Series one, int index) {
      if (!one.style().hasMarks()) {
        return;
      }
      for (int k = 0; k < one.x().length; k++) {
        if (visible(one, k)) {
          mark(px(one.x()[k]), py(one.y()[k]), index);
        }
      }
      out.newline();
    }

    private void mark(double atX, double atY, int index) {
      out.empty(
          "path",
          "d",
          Palette.mark(index),
          "transform",
          "translate(" + Markup.number(atX) + " " + Markup.number(atY) + ")",
          "fill",
          Palette.colour(index));
    }

    private boolean visible(Series one, int k) {
      return horizontal.contains(one.x()[k]) && vertical.contains(one.y()[k]);
    }

    private double legendWidth() {
      int longest = series.stream().mapToInt(s -> s.name().length()).max().orElse(0);
      return longest == 0 ? 0.0 : 52 + PIXELS_PER_CHARACTER * longest;
    }

    private void legend() {
      double left = LEFT + PLOT_WIDTH + 14;
      double spacing = Math.min(20.0, plotHeight / (double) Math.max(1, series.size()));
      for (int k = 0; k < series.size(); k++) {
        Series one = series.get(k);
        double middle = TOP + 10 + k * spacing;
        if (one.style().hasLine()) {
          stroke(path(left, middle, left + 28, middle), k);
        }
        if (one.style().hasMarks()) {
          mark(left + 14, middle, k);
        }
        out.leaf("text", one.name(), "x", left + 34, "y", middle + 4);
      }
    }

    private static String path(double x0, double y0, double x1, double y1) {
      return "M"
          + Markup.number(x0)
          + " "
          + Markup.number(y0)
          + "L"
          + Markup.number(x1)
          + " "
          + Markup.number(y1);
    }
  }
}
