package org.infimum.reproduce;

import java.util.List;
import org.infimum.plot.Figure;
import org.infimum.plot.Table;

/**
 * A claim beside its measurement. The first eight components are the fields of {@code infimum
 * reproduce KEY --json}, in this order; tables and figures go into the report.
 *
 * @param key the experiment's key
 * @param claim the claim, in one sentence, with its source
 * @param metric what is measured, and on which side of the threshold the claim holds
 * @param threshold the value that separates "holds" from "does not hold"
 * @param measured what was measured here, NaN (in JSON: null) if nothing could be
 * @param holds whether the claim holds here
 * @param seconds wall-clock seconds the experiment took
 * @param notes what a reader must know: instances, deviations from the paper, and, if the claim
 *     does not hold, the reason
 * @param tables the figures behind the measurement
 * @param figures the same as plots
 */
public record Outcome(
    String key,
    String claim,
    String metric,
    double threshold,
    double measured,
    boolean holds,
    double seconds,
    String notes,
    List<Table> tables,
    List<Figure> figures) {
  /** Keeps unmodifiable copies of the lists. */
  public Outcome {
    tables = List.copyOf(tables);
    figures = List.copyOf(figures);
  }
}
