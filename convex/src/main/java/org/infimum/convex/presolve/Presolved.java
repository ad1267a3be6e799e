package org.infimum.convex.presolve;

import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A reduced program and the way back from its solutions and rays to those of the original one.
 * Instances are immutable and safe to share between threads.
 */
public final class Presolved {
  private final ConicProgram original;
  private final ConicProgram reduced;
  private final int[] rowOf;
  private final int[] columnOf;
  private final SparseMatrix quadratic;
  private final List<Undo> undos;
  private final double @Nullable [] farkas;
  private final double @Nullable [] recession;
  private final PresolveSummary summary;

  /**
   * Collects the outcome of presolve.
   *
   * @param rowOf the original number of each reduced row
   * @param columnOf the original number of each reduced column
   * @param quadratic both triangles of the original quadratic term
   * @param undos the undos in the order of the reductions
   * @param ray the ray found on the last stage of the reductions, null if none was
   * @param infeasible whether the ray (or, without one, a crossing of bounds) proves infeasibility
   */
  Presolved(
      ConicProgram original,
      ConicProgram reduced,
      int[] rowOf,
      int[] columnOf,
      SparseMatrix quadratic,
      List<Undo> undos,
      @Nullable Recovery ray,
      boolean infeasible,
      PresolveSummary summary) {
    this.original = original;
    this.reduced = reduced;
    this.rowOf = rowOf;
    this.columnOf = columnOf;
    this.quadratic = quadratic;
    this.undos = undos;
    this.summary = summary;
    if (infeasible) {
      farkas = ray == null ? new double[original.rows()] : undoDuals(ray).y;
      recession = null;
    } else {
      farkas = null;
      recession = ray == null ? null : undoPrimals(ray).x;
    }
  }

  /**
   * The reduced program, one {@link org.infimum.convex.IntervalCone} of rows; it may have no rows
   * or no columns. A program with other cones is returned as it is. Not to be used when {@link
   * #farkas()} or {@link #recession()} is not null.
   */
  public ConicProgram reduced() {
    return reduced;
  }

  /**
   * Multipliers of the original rows, length m, that prove infeasibility in the sense of {@link
   * org.infimum.convex.Certificate.Farkas}; null if presolve found none. All zero if the program as
   * it was given has a row or a column whose lower end lies above its upper end: that is the proof.
   */
  public double @Nullable [] farkas() {
    return farkas == null ? null : farkas.clone();
  }

  /**
   * A direction on the original columns, length n, along which the objective falls and no
   * constraint is left; null if presolve found none. It proves dual infeasibility, not that a
   * feasible point exists.
   */
  public double @Nullable [] recession() {
    return recession == null ? null : recession.clone();
  }

  /** Sizes before and after, and the count of each reduction. */
  public PresolveSummary summary() {
    return summary;
  }

  /**
   * Maps a primal-dual pair of the reduced program to one of the original program. The reduced
   * costs are {@code Px + q - A'y} with the original data; where bounds had come from rows, the
   * multiplier is moved to the row that gave the bound.
   *
   * @param xReduced column values of the reduced program
   * @param yReduced row duals of the reduced program, signed as in {@link ConicProgram}
   * @param x receives the column values, length n of the original
   * @param y receives the row duals, length m of the original
   */
  public void postsolve(double[] xReduced, double[] yReduced, double[] x, double[] y) {
    Recovery at = new Recovery(x, y, new double[original.columns()], quadratic, false);
    at.clear();
    spread(xReduced, columnOf, x);
    spread(yReduced, rowOf, y);
    double[] z = reduced.q().clone();
    reduced.p().symmetricMultiplyAdd(1.0, xReduced, z);
    reduced.a().transposeMultiplyAdd(-1.0, yReduced, z);
    spread(z, columnOf, at.z);
    for (int k = undos.size() - 1; k >= 0; k--) {
      undos.get(k).primal(at);
      undos.get(k).dual(at);
    }
  }

  /**
   * Maps a Farkas ray of the reduced program to one of the original program.
   *
   * @param yRayReduced row multipliers of the reduced program
   * @param y receives the row multipliers, length m of the original
   */
  public void postsolveFarkas(double[] yRayReduced, double[] y) {
    int n = original.columns();
    Recovery at = new Recovery(new double[n], y, new double[n], quadratic, true);
    at.clear();
    spread(yRayReduced, rowOf, y);
    double[] z = new double[reduced.columns()];
    reduced.a().transposeMultiplyAdd(-1.0, yRayReduced, z);
    spread(z, columnOf, at.z);
    undoDuals(at);
  }

  /**
   * Maps a recession direction of the reduced program to one of the original program.
   *
   * @param xRayReduced direction on the reduced columns
   * @param x receives the direction, length n of the original
   */
  public void postsolveRecession(double[] xRayReduced, double[] x) {
    Recovery at =
        new Recovery(x, new double[original.rows()], new double[x.length], quadratic, true);
    at.clear();
    spread(xRayReduced, columnOf, x);
    undoPrimals(at);
  }

  private Recovery undoDuals(Recovery at) {
    for (int k = undos.size() - 1; k >= 0; k--) {
      undos.get(k).dual(at);
    }
    return at;
  }

  private Recovery undoPrimals(Recovery at) {
    for (int k = undos.size() - 1; k >= 0; k--) {
      undos.get(k).primal(at);
    }
    return at;
  }

  private static void spread(double[] from, int[] to, double[] into) {
    for (int k = 0; k < to.length; k++) {
      into[to[k]] = from[k];
    }
  }
}
