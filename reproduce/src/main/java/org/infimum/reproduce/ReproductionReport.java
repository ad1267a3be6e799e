package org.infimum.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.infimum.plot.HtmlReport;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;

/** The page that {@code infimum reproduce --report DIR} writes: claims, measurements, plots. */
public final class ReproductionReport {
  private ReproductionReport() {}

  /**
   * Writes {@code index.html} into {@code folder}, which is created if need be.
   *
   * @return the page written
   */
  public static Path write(Path folder, List<Outcome> outcomes) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve("index.html"), html(outcomes));
  }

  /** The page: a summary of all outcomes, then a section for each. */
  public static String html(List<Outcome> outcomes) {
    HtmlReport page = new HtmlReport("Infimum: claims and measurements");
    page.table(summary(outcomes));
    for (Outcome outcome : outcomes) {
      page.heading(outcome.key())
          .paragraph("Claim: " + outcome.claim())
          .paragraph("Metric: " + outcome.metric())
          .paragraph(verdict(outcome))
          .paragraph(outcome.notes());
      outcome.figures().forEach(page::figure);
      outcome.tables().forEach(page::table);
    }
    return page.html();
  }

  private static Table summary(List<Outcome> outcomes) {
    List<List<String>> rows = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      rows.add(
          List.of(
              outcome.key(),
              Numbers.compact(outcome.threshold()),
              Numbers.compact(outcome.measured()),
              outcome.holds() ? "yes" : "no",
              Numbers.compact(outcome.seconds()) + " s"));
    }
    return new Table("Summary", List.of("key", "threshold", "measured", "holds", "time"), rows);
  }

  private static String verdict(Outcome outcome) {
    return (outcome.holds() ? "The claim holds here: " : "The claim does not hold here: ")
        + "measured "
        + Numbers.compact(outcome.measured())
        + ", threshold "
        + Numbers.compact(outcome.threshold())
        + ", in "
        + Numbers.compact(outcome.seconds())
        + " s.";
  }
}
