package org.infimum.convex.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.infimum.convex.Certificate;
import org.infimum.convex.ConicProgram;
import org.infimum.core.Status;

/** Certificates in the names of the model. */
final class Explanation {
  private static final int MOST_LINES = 20;

  /** Components below this share of the largest are rounding of the solver. */
  private static final double NEGLIGIBLE = 1e-6;

  private final Layout layout;
  private final ConicProgram program;

  Explanation(Layout layout, ConicProgram program) {
    this.layout = layout;
    this.program = program;
  }

  static String text(Solution solution) {
    StringBuilder text = new StringBuilder();
    Certificate certificate = solution.certificate();
    if (certificate == null) {
      return switch (solution.status()) {
        case OPTIMAL ->
            "Optimal: the largest of the six errors is "
                + number(solution.errors().largest())
                + ".\n";
        case PRIMAL_INFEASIBLE,
            DUAL_INFEASIBLE,
            ITERATION_LIMIT,
            TIME_LIMIT,
            STALLED,
            INTERRUPTED ->
            "Not proved: "
                + solution.status().label()
                + ", the largest of the six errors is "
                + number(solution.errors().largest())
                + ".\n";
      };
    }
    if (solution.status() == Status.PRIMAL_INFEASIBLE) {
      text.append("Infeasible: these constraints contradict one another (verified, error ");
    } else {
      text.append("Unbounded if feasible: nothing stops the objective in this direction; a ");
      text.append("constraint on these variables is missing (verified, error ");
    }
    text.append(number(certificate.error())).append("):\n");
    List<Solution.Conflict> conflicts = solution.conflicts();
    for (int i = 0; i < Math.min(conflicts.size(), MOST_LINES); i++) {
      Solution.Conflict conflict = conflicts.get(i);
      text.append(String.format(Locale.ROOT, "  %11.4g  ", conflict.weight()));
      text.append(conflict.name()).append('\n');
    }
    if (conflicts.size() > MOST_LINES) {
      text.append("  and ").append(conflicts.size() - MOST_LINES).append(" more\n");
    }
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }

  List<Solution.Conflict> conflicts(Certificate certificate) {
    List<Solution.Conflict> list =
        switch (certificate) {
          case Certificate.Farkas farkas -> contradiction(farkas.y());
          case Certificate.Recession recession -> direction(recession.x());
          case Certificate.CrossedBounds crossed -> crossed(crossed);
        };
    double largest = 0.0;
    for (Solution.Conflict conflict : list) {
      largest = Math.max(largest, Math.abs(conflict.weight()));
    }
    double least = NEGLIGIBLE * largest;
    list.removeIf(conflict -> !(Math.abs(conflict.weight()) > least));
    list.sort(
        Comparator.comparingDouble((Solution.Conflict c) -> -Math.abs(c.weight()))
            .thenComparing(Solution.Conflict::name));
    return list;
  }

  /** Each constraint with the largest of its multipliers, and each bound that takes part. */
  private List<Solution.Conflict> contradiction(double[] y) {
    List<Solution.Conflict> list = new ArrayList<>();
    for (Layout.Rows rows : layout.rows()) {
      int at = rows.first();
      for (int i = rows.first(); i < rows.first() + rows.count(); i++) {
        at = Math.abs(y[i]) > Math.abs(y[at]) ? i : at;
      }
      boolean elements = rows.constraint() >= 0 && rows.kind() != Constraint.Kind.CONE;
      list.add(
          new Solution.Conflict(elements ? rows.rowName(at - rows.first()) : rows.title(), y[at]));
    }
    double[] z = new double[program.columns()];
    program.a().transposeMultiplyAdd(-1.0, y, z);
    for (Layout.Columns variable : layout.variables()) {
      int at = variable.first();
      double strength = 0.0;
      for (int j = variable.first(); j < variable.first() + variable.count(); j++) {
        double end = z[j] > 0.0 ? program.columnLower()[j] : program.columnUpper()[j];
        if (Double.isFinite(end) && Math.abs(z[j]) > strength) {
          at = j;
          strength = Math.abs(z[j]);
        }
      }
      if (strength > 0.0) {
        list.add(new Solution.Conflict(bound(variable, at, z[at] > 0.0), z[at]));
      }
    }
    return list;
  }

  private String bound(Layout.Columns variable, int column, boolean lower) {
    double end = lower ? program.columnLower()[column] : program.columnUpper()[column];
    return "bound "
        + variable.columnName(column - variable.first())
        + (lower ? " >= " : " <= ")
        + Formula.number(end);
  }

  private List<Solution.Conflict> direction(double[] x) {
    List<Solution.Conflict> list = new ArrayList<>();
    for (Layout.Columns variable : layout.variables()) {
      for (int i = 0; i < variable.count(); i++) {
        list.add(new Solution.Conflict(variable.columnName(i), x[variable.first() + i]));
      }
    }
    return list;
  }

  private List<Solution.Conflict> crossed(Certificate.CrossedBounds crossed) {
    List<Solution.Conflict> list = new ArrayList<>();
    if (crossed.ofRow()) {
      Layout.Rows rows = layout.rowsOf(crossed.index());
      list.add(new Solution.Conflict(rows.rowName(crossed.index() - rows.first()), 1.0));
      return list;
    }
    for (Layout.Columns variable : layout.variables()) {
      int offset = crossed.index() - variable.first();
      if (offset >= 0 && offset < variable.count()) {
        list.add(
            new Solution.Conflict(
                "bounds ["
                    + Formula.number(crossed.lower())
                    + ", "
                    + Formula.number(crossed.upper())
                    + "] of "
                    + variable.columnName(offset),
                1.0));
      }
    }
    return list;
  }
}
