package org.infimum.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.infimum.plot.Numbers;
import org.infimum.plot.PerformanceProfile;
import org.infimum.plot.Table;
import org.jspecify.annotations.Nullable;

/** The tables and the performance profile of a side-by-side run, all from its result file. */
final class SolveTables {
  private final ResultFile results;
  private final double limit;
  private final Map<String, Map<String, ResultRow>> byInstance = new LinkedHashMap<>();

  /**
   * @param results what was measured
   * @param limit the limit in seconds, at which failures count
   */
  SolveTables(ResultFile results, double limit) {
    this.results = results;
    this.limit = limit;
    for (ResultRow row : results.rows()) {
      byInstance
          .computeIfAbsent(row.set() + "/" + row.instance(), key -> new LinkedHashMap<>())
          .put(row.solver(), row);
    }
  }

  /** Whether the contestant solved each instance it was run on, and was run at all. */
  boolean allSolvedBy(String solver) {
    List<ResultRow> rows = rowsOf(solver);
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.verdict() == Verdict.SOLVED);
  }

  /** One row a contestant: how many it solved, what went wrong, its mean time. */
  Table summary() {
    List<List<String>> rows = new ArrayList<>();
    for (String solver : solvers()) {
      List<ResultRow> own = rowsOf(solver);
      rows.add(
          List.of(
              solver,
              count(own, Verdict.SOLVED) + " / " + own.size(),
              Long.toString(count(own, Verdict.WRONG)),
              Long.toString(count(own, Verdict.INACCURATE)),
              Long.toString(count(own, Verdict.UNSOLVED)),
              Numbers.compact(1000.0 * ShiftedGeometricMean.of(counted(own))) + " ms",
              ratioToOwn(solver)));
    }
    return new Table(
        "Summary",
        List.of(
            "solver",
            "solved",
            "wrong status",
            "inaccurate",
            "unsolved",
            "shifted geometric mean",
            "infimum / solver"),
        rows);
  }

  /** Infimum's mean over the solver's on the instances that both were run on. */
  private String ratioToOwn(String solver) {
    List<ResultRow> own = new ArrayList<>();
    List<ResultRow> other = new ArrayList<>();
    for (Map<String, ResultRow> row : byInstance.values()) {
      ResultRow ours = row.get(Contestants.OWN);
      ResultRow theirs = row.get(solver);
      if (ours != null && theirs != null) {
        own.add(ours);
        other.add(theirs);
      }
    }
    return own.isEmpty() ? "-" : ratio(counted(own), counted(other));
  }

  private static String ratio(double[] mine, double[] other) {
    double ratio = ShiftedGeometricMean.of(mine) / ShiftedGeometricMean.of(other);
    return Numbers.compact(ratio) + " x";
  }

  /** One row an instance: sizes, then the seconds of each contestant or how it failed. */
  Table instances() {
    List<String> header = new ArrayList<>(List.of("instance", "rows", "columns", "nonzeros"));
    header.addAll(List.of("iterations", "error", "proof"));
    header.addAll(solvers());
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, ResultRow> row : byInstance.values()) {
      ResultRow any = row.values().iterator().next();
      ResultRow own = row.getOrDefault(Contestants.OWN, any);
      List<String> cells = new ArrayList<>();
      cells.add(any.instance());
      cells.add(Integer.toString(any.rows()));
      cells.add(Integer.toString(any.columns()));
      cells.add(Integer.toString(any.nonzeros()));
      cells.add(own.iterations() < 0 ? "-" : Integer.toString(own.iterations()));
      cells.add(error(own.error()));
      cells.add(error(own.evidence()));
      for (String solver : solvers()) {
        cells.add(cell(row.get(solver)));
      }
      rows.add(cells);
    }
    return new Table("Seconds of each solver", header, rows);
  }

  private static String error(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0e", value);
  }

  private static String cell(@Nullable ResultRow row) {
    if (row == null) {
      return "";
    }
    return row.verdict() == Verdict.SOLVED
        ? Numbers.compact(row.seconds())
        : row.verdict().name().toLowerCase(Locale.ROOT) + " (" + row.status() + ")";
  }

  /** Time now over time then, for what both runs solved, and for their means. */
  Table comparedWith(ResultFile earlier) {
    SolveTables then = new SolveTables(earlier, limit);
    List<List<String>> rows = new ArrayList<>();
    List<ResultRow> mine = new ArrayList<>();
    List<ResultRow> theirs = new ArrayList<>();
    for (ResultRow now : rowsOf(Contestants.OWN)) {
      ResultRow old =
          then.byInstance
              .getOrDefault(now.set() + "/" + now.instance(), Map.of())
              .get(Contestants.OWN);
      if (old != null) {
        mine.add(now);
        theirs.add(old);
        String ratio = Numbers.compact(now.countedSeconds(limit) / old.countedSeconds(limit));
        rows.add(List.of(now.instance(), cell(old), cell(now), ratio + " x"));
      }
    }
    if (!mine.isEmpty()) {
      rows.add(List.of("shifted geometric mean", "", "", ratio(counted(mine), counted(theirs))));
    }
    return new Table("Against the earlier run", List.of("instance", "then", "now", "ratio"), rows);
  }

  /** The performance profile over the instances that every contestant was run on. */
  PerformanceProfile profile(String title) {
    Set<String> solvers = solvers();
    List<Map<String, ResultRow>> common =
        byInstance.values().stream().filter(row -> row.keySet().containsAll(solvers)).toList();
    Map<String, double[]> costs = new LinkedHashMap<>();
    for (String solver : solvers) {
      double[] cost = new double[common.size()];
      for (int k = 0; k < cost.length; k++) {
        ResultRow row = common.get(k).get(solver);
        // The shift of the means: differences below it are noise, here as there.
        cost[k] =
            row != null && row.verdict() == Verdict.SOLVED
                ? row.seconds() + ShiftedGeometricMean.SHIFT
                : Double.NaN;
      }
      costs.put(solver, cost);
    }
    return new PerformanceProfile(title, costs);
  }

  /** Everything for a section of the documentation. */
  String markdown() {
    StringBuilder out = new StringBuilder();
    out.append(results.run()).append(".\n\n");
    results
        .descriptions()
        .forEach(
            (key, text) -> out.append("- `").append(key).append("`: ").append(text).append('\n'));
    return out.append('\n')
        .append(summary().markdown())
        .append('\n')
        .append(instances().markdown())
        .toString();
  }

  private Set<String> solvers() {
    Set<String> solvers = new LinkedHashSet<>(results.descriptions().keySet());
    results.rows().forEach(row -> solvers.add(row.solver()));
    solvers.removeIf(solver -> rowsOf(solver).isEmpty());
    return solvers;
  }

  private List<ResultRow> rowsOf(String solver) {
    List<ResultRow> rows = new ArrayList<>();
    for (Map<String, ResultRow> row : byInstance.values()) {
      ResultRow one = row.get(solver);
      if (one != null) {
        rows.add(one);
      }
    }
    return rows;
  }

  private double[] counted(List<ResultRow> rows) {
    return rows.stream().mapToDouble(row -> row.countedSeconds(limit)).toArray();
  }

  private static long count(List<ResultRow> rows, Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }
}
