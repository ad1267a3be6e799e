package org.infimum.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text: figures are printed before they come here.
 *
 * @param caption what the table shows
 * @param header the names of the columns
 * @param rows the cells, each row as long as the header
 */
public record Table(String caption, List<String> header, List<List<String>> rows) {
  /** Keeps unmodifiable copies; refuses a row that is not as long as the header. */
  public Table {
    header = List.copyOf(header);
    List<List<String>> copies = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row of '" + caption + "' has " + row.size() + " cells, not " + header.size());
      }
      copies.add(List.copyOf(row));
    }
    rows = List.copyOf(copies);
  }

  /** The table in GitHub's Markdown, without its caption; a bar in a cell is escaped. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    line(out, header);
    out.append("|---".repeat(header.size())).append("|\n");
    rows.forEach(row -> line(out, row));
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> cells) {
    for (String cell : cells) {
      out.append("| ").append(cell.replace("|", "\\|").replace('\n', ' ')).append(' ');
    }
    out.append("|\n");
  }
}
