package org.infimum.plot;

/**
 * A self-contained HTML page (also well-formed XML): text, tables and figures in the order in which
 * they are added. Nothing is loaded from elsewhere.
 */
public final class HtmlReport {
  private static final String STYLE =
      """
      body { font: 16px/1.5 Helvetica, Arial, sans-serif; color: #222; max-width: 60em;
             margin: 2em auto; padding: 0 1em; }
      table { border-collapse: collapse; margin: 1em 0; font-size: 14px; }
      caption { text-align: left; font-weight: bold; padding: 4px 0; }
      th, td { border-bottom: 1px solid #ccc; padding: 3px 12px 3px 0; text-align: left; }
      td.number { text-align: right; font-variant-numeric: tabular-nums; }
      svg { max-width: 100%; height: auto; }
      figure { margin: 1em 0; }
      @media print { body { max-width: none; } h2 { break-after: avoid; } }
      """;

  private final String title;
  private final Markup body = new Markup();

  /** An empty page. */
  public HtmlReport(String title) {
    this.title = title;
  }

  /** Adds a section heading. */
  public HtmlReport heading(String text) {
    body.leaf("h2", text).newline();
    return this;
  }

  /** Adds a paragraph. */
  public HtmlReport paragraph(String text) {
    body.leaf("p", text).newline();
    return this;
  }

  /** Adds a table; cells that are numbers are aligned to the right. */
  public HtmlReport table(Table table) {
    body.open("table").leaf("caption", table.caption()).open("thead").open("tr");
    table.header().forEach(cell -> body.leaf("th", cell));
    body.close("tr").close("thead").open("tbody").newline();
    for (var row : table.rows()) {
      body.open("tr");
      for (String cell : row) {
        if (isNumber(cell)) {
          body.leaf("td", cell, "class", "number");
        } else {
          body.leaf("td", cell);
        }
      }
      body.close("tr").newline();
    }
    body.close("tbody").close("table").newline();
    return this;
  }

  /** Adds a figure. */
  public HtmlReport figure(Figure figure) {
    body.open("figure").raw(figure.svg()).close("figure").newline();
    return this;
  }

  /** The whole page. */
  public String html() {
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n");
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").open("head");
    page.empty("meta", "charset", "utf-8").leaf("title", title);
    page.open("style").raw(STYLE).close("style").close("head").newline();
    page.open("body").leaf("h1", title).newline().raw(body.toString());
    return page.close("body").close("html").newline().toString();
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[-+]?[0-9][0-9., ]*([eE][-+]?[0-9]+)?( ?(%|x|s|ms|MB))?|-|inf");
  }
}
