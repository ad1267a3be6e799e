package org.infimum.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class LinePlotTest {
  private static final String HOSTILE = "a<b & \"c\" 'd' \u0001 \uD83D\uDE00";

  private static LinePlot plot(Series series) {
    return new LinePlot("title", Axis.linear("x"), Axis.linear("y")).with(series);
  }

  /** The curves, without grid lines and marks. */
  private static List<String> curves(Document svg) {
    return Xml.elements(svg, "path").stream()
        .filter(path -> path.hasAttribute("stroke-dasharray"))
        .map(path -> path.getAttribute("d"))
        .toList();
  }

  @Test
  void titleLabelsAndLegendAppearAsText() {
    LinePlot plot =
        new LinePlot("the title", Axis.linear("time, s"), Axis.log("error"))
            .with(Series.line("first", new double[] {0, 1}, new double[] {1, 0.1}))
            .with(Series.points("second", new double[] {0, 1}, new double[] {2, 0.2}));
    List<String> texts = Xml.texts(Xml.parse(plot.svg()), "text");
    assertTrue(
        texts.containsAll(List.of("the title", "time, s", "error", "first", "second")),
        texts::toString);
  }

  @Test
  void markupInTextIsEscapedAndControlCharactersAreDropped() {
    LinePlot plot =
        new LinePlot(HOSTILE, Axis.linear(HOSTILE), Axis.linear(HOSTILE))
            .with(Series.line(HOSTILE, new double[] {0, 1}, new double[] {0, 1}));
    List<String> texts = Xml.texts(Xml.parse(plot.svg()), "text");
    assertEquals(
        4, texts.stream().filter(HOSTILE.replace("\u0001", "")::equals).count(), texts::toString);
  }

  @Test
  void aPointThatCannotBeShownInterruptsTheLine() {
    double[] y = {1, 2, Double.NaN, 2, 1, Double.POSITIVE_INFINITY, 3, 4};
    double[] x = {0, 1, 2, 3, 4, 5, 6, 7};
    String curve = curves(Xml.parse(plot(Series.line("s", x, y)).svg())).getFirst();
    assertEquals(3, curve.chars().filter(c -> c == 'M').count(), curve);
    assertEquals(3, curve.chars().filter(c -> c == 'L').count(), curve);
    assertFalse(curve.contains("NaN") || curve.contains("Inf"), curve);
  }

  @Test
  void valuesThatAreNotPositiveHaveNoPlaceOnALogarithmicAxis() {
    LinePlot plot =
        new LinePlot("t", Axis.linear("x"), Axis.log("y"))
            .with(Series.line("s", new double[] {0, 1, 2, 3}, new double[] {0, -1, 10, 100}));
    String curve = curves(Xml.parse(plot.svg())).getFirst();
    assertEquals(1, curve.chars().filter(c -> c == 'L').count(), curve);
  }

  @Test
  void emptyConstantAndSingleSeriesAreDrawn() {
    Xml.parse(new LinePlot("t", Axis.linear("x"), Axis.log("y")).svg());
    Xml.parse(plot(Series.line("none", new double[0], new double[0])).svg());
    Xml.parse(plot(Series.line("nan", new double[] {1}, new double[] {Double.NaN})).svg());
    Xml.parse(plot(Series.line("flat", new double[] {1, 2}, new double[] {5, 5})).svg());
    Xml.parse(plot(Series.marked("huge", new double[] {1, 2}, new double[] {-1e308, 1e308})).svg());
  }

  @Test
  void aLogarithmicAxisHasATickAtEachDecade() {
    LinePlot plot =
        new LinePlot("t", Axis.linear("x"), Axis.log("y").between(1e-4, 1))
            .with(Series.line("s", new double[] {0, 1}, new double[] {1e-4, 1}));
    List<String> exponents = Xml.texts(Xml.parse(plot.svg()), "tspan");
    assertEquals(List.of("-4", "-3", "-2", "-1", "0"), exponents);
  }

  @Test
  void linearTicksAreRoundAndCoverTheRange() {
    AxisRange range =
        AxisRange.over(Axis.linear("x").between(0.0, 1.0), List.of(new double[] {0.2}));
    assertEquals(
        List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"),
        range.ticks().stream().map(AxisRange.Tick::label).toList());
  }

  @Test
  void stepsHoldEachValueUntilTheNext() {
    String curve =
        curves(
                Xml.parse(
                    plot(Series.steps("s", new double[] {0, 1, 2}, new double[] {0, 1, 1})).svg()))
            .getFirst();
    assertEquals(4, curve.chars().filter(c -> c == 'L').count(), curve);
  }

  @Test
  void theDrawingDoesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    LinePlot plot = plot(Series.marked("s", new double[] {0.5, 1.5}, new double[] {2.25, 3.75}));
    try {
      Locale.setDefault(Locale.ROOT);
      String root = plot.svg();
      Locale.setDefault(Locale.GERMANY);
      assertEquals(root, plot.svg());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void unequalLengthsAndEmptyRangesAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Series.line("s", new double[2], new double[3]));
    assertThrows(IllegalArgumentException.class, () -> Axis.linear("x").between(1, 1));
    assertThrows(IllegalArgumentException.class, () -> Axis.log("x").between(0, 1));
  }
}
