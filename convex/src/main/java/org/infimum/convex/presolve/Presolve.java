package org.infimum.convex.presolve;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infimum.convex.ConicProgram;
import org.infimum.core.Run;

/**
 * Presolve of linear and convex quadratic programs: a stack of reversible reductions. Local rules
 * look at rows and columns about which something has changed until none has; then rules that sweep
 * over the whole program have their turn, round by round until a round brings little.
 *
 * <p>The reductions follow E. D. Andersen and K. D. Andersen, "Presolving in linear programming",
 * Mathematical Programming 71 (1995), and J. Gondzio, "Presolve analysis of linear programs prior
 * to applying an interior point method", INFORMS Journal on Computing 9 (1997). Bounds that general
 * rows imply are only used to see that something is redundant; they never enter the reduced
 * program.
 */
public final class Presolve {
  private static final int MOST_ROUNDS = 20;

  /** A round that removes a smaller fraction of the rows, columns and entries is the last. */
  private static final double LEAST_PROGRESS = 1e-3;

  private static final int STEPS_BETWEEN_CHECKPOINTS = 256;

  private final WorkingProgram working;
  private final Run run;
  private final List<RowRule> rowRules;
  private final List<ColumnRule> columnRules;
  private final List<SweepRule> sweepRules;

  private Presolve(WorkingProgram working, Run run) {
    this.working = working;
    this.run = run;
    rowRules =
        List.of(
            new EmptyRow(working),
            new SingletonRow(working),
            new ForcingRow(working),
            new RedundantRow(working));
    columnRules =
        List.of(
            new FixedColumn(working),
            new EmptyColumn(working),
            new DualFixing(working),
            new SingletonColumn(working));
    sweepRules =
        List.of(
            new DoubletonEquality(working),
            new ImpliedFreeColumn(working),
            new DominatedColumn(working),
            new ParallelRows(working),
            new ParallelColumns(working));
  }

  /**
   * Reduces {@code program}. When {@code run} stops, the reductions made so far stand; they are
   * valid at any time. Programs with cones other than zero, nonnegative and interval ones are
   * returned as they are.
   *
   * @param run for cancellation and the time budget only
   */
  public static Presolved run(ConicProgram program, Run run) {
    WorkingProgram working = new WorkingProgram(program);
    if (!program.isPolyhedral()) {
      return unchanged(program, working);
    }
    repairOrRefute(working);
    Presolve presolve = new Presolve(working, run);
    if (!working.isDecided()) {
      presolve.reduce();
    }
    int[] rowOf = working.remainingRows();
    int[] columnOf = working.remainingColumns();
    ConicProgram reduced = ReducedProgram.of(program, working, rowOf, columnOf);
    return new Presolved(
        program,
        reduced,
        rowOf,
        columnOf,
        working.quadratic(),
        List.copyOf(working.undos()),
        working.ray(),
        working.isInfeasible(),
        summary(program, reduced, presolve.reductions()));
  }

  private static Presolved unchanged(ConicProgram program, WorkingProgram working) {
    return new Presolved(
        program,
        program,
        working.remainingRows(),
        working.remainingColumns(),
        working.quadratic(),
        List.of(),
        null,
        false,
        summary(program, program, Map.of()));
  }

  private static PresolveSummary summary(
      ConicProgram program, ConicProgram reduced, Map<String, Integer> reductions) {
    return new PresolveSummary(
        program.rows(),
        program.columns(),
        program.a().nonzeros(),
        reduced.rows(),
        reduced.columns(),
        reduced.a().nonzeros(),
        reductions);
  }

  /** Ends that cross by rounding in the program as given meet; a wider crossing is infeasible. */
  private static void repairOrRefute(WorkingProgram working) {
    for (int j = 0; j < working.columns; j++) {
      double lower = working.columnLower[j];
      double upper = working.columnUpper[j];
      if (lower > upper + Thresholds.scaled(Thresholds.INFEASIBLE, lower, upper)) {
        working.proveInfeasible();
        return;
      }
      if (lower > upper) {
        working.setBounds(j, lower, upper);
      }
    }
    for (int i = 0; i < working.rows; i++) {
      double lower = working.rowLower[i];
      double upper = working.rowUpper[i];
      if (lower > upper + Thresholds.scaled(Thresholds.INFEASIBLE, lower, upper)) {
        working.proveInfeasible();
        return;
      }
      if (lower > upper) {
        working.setRowEnds(i, lower, upper);
      }
    }
  }

  private void reduce() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double before = size();
      drain();
      for (SweepRule rule : sweepRules) {
        if (isOver()) {
          return;
        }
        long edits = working.edits();
        rule.sweep();
        if (working.edits() != edits) {
          drain();
        }
      }
      if (isOver() || size() >= (1.0 - LEAST_PROGRESS) * before) {
        return;
      }
    }
  }

  private double size() {
    return (double) working.a.nonzeros() + working.rowsLeft() + working.columnsLeft();
  }

  private boolean isOver() {
    return working.isDecided() || run.checkpoint() != Run.Stop.NONE;
  }

  /** Applies the local rules until no row and no column waits; rows first. */
  private void drain() {
    IndexQueue rows = working.touchedRows();
    IndexQueue columns = working.touchedColumns();
    for (int step = 1; !(rows.isEmpty() && columns.isEmpty()); step++) {
      if (step % STEPS_BETWEEN_CHECKPOINTS == 0 && run.checkpoint() != Run.Stop.NONE) {
        return;
      }
      if (!rows.isEmpty()) {
        reduceRow(rows.take());
      } else {
        reduceColumn(columns.take());
      }
      if (working.isDecided()) {
        return;
      }
    }
  }

  private void reduceRow(int i) {
    for (RowRule rule : rowRules) {
      if (!working.hasRow(i) || working.isDecided()) {
        return;
      }
      rule.reduceRow(i);
    }
  }

  private void reduceColumn(int j) {
    for (ColumnRule rule : columnRules) {
      if (!working.hasColumn(j) || working.isDecided()) {
        return;
      }
      rule.reduceColumn(j);
    }
  }

  private Map<String, Integer> reductions() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    rowRules.forEach(rule -> put(counts, rule));
    columnRules.forEach(rule -> put(counts, rule));
    sweepRules.forEach(rule -> put(counts, rule));
    return Collections.unmodifiableMap(counts);
  }

  private static void put(Map<String, Integer> counts, Rule rule) {
    if (rule.applied() > 0) {
      counts.put(rule.label(), rule.applied());
    }
  }
}
