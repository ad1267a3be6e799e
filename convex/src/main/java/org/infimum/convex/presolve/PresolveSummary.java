package org.infimum.convex.presolve;

import java.util.Map;

/**
 * What presolve did, for the log.
 *
 * @param rowsBefore rows of the original program
 * @param columnsBefore columns of the original program
 * @param nonzerosBefore stored entries of the original constraint matrix
 * @param rowsAfter rows of the reduced program
 * @param columnsAfter columns of the reduced program
 * @param nonzerosAfter entries of the reduced constraint matrix
 * @param reductions how often each rule applied, in the order of the rules; rules that never did
 *     are left out
 */
public record PresolveSummary(
    int rowsBefore,
    int columnsBefore,
    int nonzerosBefore,
    int rowsAfter,
    int columnsAfter,
    int nonzerosAfter,
    Map<String, Integer> reductions) {
  /** One line: the sizes before and after, and the rules that applied. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    line.append(rowsBefore).append(" x ").append(columnsBefore);
    line.append(" with ").append(nonzerosBefore).append(" nonzeros -> ");
    line.append(rowsAfter).append(" x ").append(columnsAfter);
    line.append(" with ").append(nonzerosAfter);
    String separator = ": ";
    for (Map.Entry<String, Integer> rule : reductions.entrySet()) {
      line.append(separator).append(rule.getKey()).append(' ').append(rule.getValue());
      separator = ", ";
    }
    return line.toString();
  }
}
