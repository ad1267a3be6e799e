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
    Map<String, Integer> reductions) {}
