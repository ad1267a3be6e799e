package org.infimum.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final Table TABLE =
      new Table(
          "times", List.of("name", "a|b"), List.of(List.of("x < y", "1.5e-3"), List.of("z", "-")));

  @Test
  void thePageIsWellFormedAndHoldsEverythingInOrder() {
    String html =
        new HtmlReport("A & B")
            .heading("first <section>")
            .paragraph("it's \"quoted\"")
            .table(TABLE)
            .figure(
                new LinePlot("plot", Axis.linear("x"), Axis.linear("y"))
                    .with(Series.line("s", new double[] {0, 1}, new double[] {0, 1})))
            .html();
    var page = Xml.parse(html);
    assertEquals(List.of("A & B"), Xml.texts(page, "h1"));
    assertEquals(List.of("first <section>"), Xml.texts(page, "h2"));
    assertEquals(List.of("it's \"quoted\""), Xml.texts(page, "p"));
    assertEquals(List.of("x < y", "1.5e-3", "z", "-"), Xml.texts(page, "td"));
    assertEquals("number", Xml.elements(page, "td").get(1).getAttribute("class"));
    assertEquals(1, Xml.elements(page, "svg").size());
  }

  @Test
  void thePageLoadsNothingFromElsewhere() {
    String html = new HtmlReport("t").table(TABLE).html();
    assertFalse(html.contains("src=") || html.contains("href=") || html.contains("url("), html);
  }

  @Test
  void markdownEscapesBars() {
    assertTrue(TABLE.markdown().startsWith("| name | a\\|b |\n|---|---|\n"), TABLE::markdown);
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Table("t", List.of("a", "b"), List.of(List.of("1"))));
  }

  @Test
  void numbersAreCompact() {
    assertEquals("1235", Numbers.compact(1234.5678));
    assertEquals("0.001235", Numbers.compact(0.0012345678));
    assertEquals("1.23e-05", Numbers.compact(1.2345678e-5));
    assertEquals("0", Numbers.compact(0.0));
    assertEquals("-", Numbers.compact(Double.NaN));
    assertEquals("inf", Numbers.compact(Double.POSITIVE_INFINITY));
  }
}
