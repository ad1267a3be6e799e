package org.infimum.bench;

import java.util.List;
import java.util.Locale;

/**
 * One line of the result file: one contestant on one instance.
 *
 * @param set the set of the instance
 * @param instance its name
 * @param rows rows of the program
 * @param columns columns of the program
 * @param nonzeros entries of its matrix
 * @param solver the contestant's key
 * @param verdict what the answer is worth
 * @param status the solver's own word
 * @param objective objective in the user's sense
 * @param error its relative difference from the published value
 * @param violation largest relative violation of the point, NaN if unknown
 * @param evidence largest error of its proof, recomputed from the file, NaN without one
 * @param seconds median of the timed solves
 * @param firstSeconds the first solve
 * @param runs solves that were timed
 * @param iterations iterations, negative if unknown
 */
record ResultRow(
    String set,
    String instance,
    int rows,
    int columns,
    int nonzeros,
    String solver,
    Verdict verdict,
    String status,
    double objective,
    double error,
    double violation,
    double evidence,
    double seconds,
    double firstSeconds,
    int runs,
    int iterations) {

  static final String HEADER =
      "set,instance,rows,columns,nonzeros,solver,verdict,status,objective,relative_error,"
          + "primal_violation,proof_error,seconds,first_seconds,runs,iterations";

  String csv() {
    return Csv.join(
        List.of(
            set,
            instance,
            Integer.toString(rows),
            Integer.toString(columns),
            Integer.toString(nonzeros),
            solver,
            verdict.name().toLowerCase(Locale.ROOT),
            status,
            Double.toString(objective),
            Double.toString(error),
            Double.toString(violation),
            Double.toString(evidence),
            Double.toString(seconds),
            Double.toString(firstSeconds),
            Integer.toString(runs),
            Integer.toString(iterations)));
  }

  static ResultRow parse(String line) {
    List<String> f = Csv.split(line);
    return new ResultRow(
        f.get(0),
        f.get(1),
        Integer.parseInt(f.get(2)),
        Integer.parseInt(f.get(3)),
        Integer.parseInt(f.get(4)),
        f.get(5),
        Verdict.valueOf(f.get(6).toUpperCase(Locale.ROOT)),
        f.get(7),
        Double.parseDouble(f.get(8)),
        Double.parseDouble(f.get(9)),
        Double.parseDouble(f.get(10)),
        Double.parseDouble(f.get(11)),
        Double.parseDouble(f.get(12)),
        Double.parseDouble(f.get(13)),
        Integer.parseInt(f.get(14)),
        Integer.parseInt(f.get(15)));
  }

  /** The time that counts: that of the solve, or the limit where it failed. */
  double countedSeconds(double limitSeconds) {
    return verdict == Verdict.SOLVED ? Math.min(seconds, limitSeconds) : limitSeconds;
  }
}
