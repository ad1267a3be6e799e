package org.infimum.convex;

import java.util.Arrays;
import org.infimum.convex.interior.HomogeneousEmbedding;
import org.infimum.convex.interior.HomogeneousEmbedding.Outcome;
import org.infimum.convex.interior.Judge;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.jspecify.annotations.Nullable;

/**
 * Solves programs of one pattern again and again: the ordering, the symbolic factorization and all
 * memory are set up once, new numbers are copied in, and {@link #solve} runs the interior-point
 * method without presolve. With one thread and a run without listener, a solve allocates nothing.
 *
 * <pre>{@code
 * Workspace workspace = new Workspace(portfolio, InteriorPoint.DEFAULT, 1);
 * Run run = Run.builder().threads(1).build();
 * for (double[] minusReturns : scenarios) {
 *   workspace.setCost(minusReturns);
 *   if (workspace.solve(run) == Status.OPTIMAL) {
 *     weights.accept(workspace.x());
 *     prices.accept(workspace.y());
 *   }
 * }
 * }</pre>
 *
 * <p>The pattern is what must stay: the stored entries of P and A, which row ends and column bounds
 * are finite, which rows are equalities and which columns are fixed. A setter refuses numbers that
 * leave the pattern and then changes nothing. The answer depends on the numbers only, not on what
 * was solved before.
 *
 * <p>A workspace serves one thread at a time; a service keeps one for each of its threads. Building
 * a second one from the same program shares no mutable state with the first.
 */
public final class Workspace {
  private final InteriorPoint options;
  private final ProgramNumbers numbers;
  private final ConicProgram program;
  private final HomogeneousEmbedding embedding;
  private final Verifier verifier;
  private final Judge judge = new OwnJudge();
  private final double[] x;
  private final double[] y;
  private final double[] dualRay;
  private final double[] primalRay;
  private @Nullable Status status;
  private boolean changed;
  private int iterations;

  /**
   * Analyzes the pattern and allocates everything.
   *
   * @param pattern the pattern and the first numbers; copied
   * @param options the method; its presolve option does not apply
   * @param threads number of threads of the factorization, at least 1; the answer has the same bits
   *     for any number
   * @throws InputException if the quadratic term is not convex
   */
  public Workspace(ConicProgram pattern, InteriorPoint options, int threads) {
    this.options = options;
    numbers = new ProgramNumbers(pattern);
    program = numbers.program();
    if (!program.isLinear()) {
      ConvexityCheck.requireConvex(program, Run.unlimited());
    }
    embedding = new HomogeneousEmbedding(program, options, threads);
    embedding.reserve();
    verifier = new Verifier(program);
    x = new double[program.columns()];
    y = new double[program.rows()];
    dualRay = new double[program.rows()];
    primalRay = new double[program.columns()];
  }

  /**
   * Replaces the linear cost.
   *
   * @param q length n, finite; of the minimization, as in {@link ConicProgram}
   * @throws InputException if a number is not finite or the length does not fit
   */
  public void setCost(double[] q) {
    numbers.setCost(q);
    changed = true;
  }

  /**
   * Replaces b of {@code Ax + s = b, s in K}, with K as in the pattern; where the pattern was given
   * by row bounds, this shifts those of the pattern by b.
   *
   * @param b length m, finite
   * @throws InputException if a number is not finite or the length does not fit
   */
  public void setRightHandSide(double[] b) {
    numbers.setRightHandSide(b);
    changed = true;
  }

  /**
   * Replaces the ends of the activities Ax. Ends of 1e20 and more in absolute value are infinite.
   *
   * @param lower length m
   * @param upper length m
   * @throws InputException if an end is NaN, is finite where the pattern's is not or the other way
   *     round, if an equality row gets two different ends or another row equal ones
   */
  public void setRowBounds(double[] lower, double[] upper) {
    numbers.setRowBounds(lower, upper);
    changed = true;
  }

  /**
   * Replaces the column bounds. Bounds of 1e20 and more in absolute value are infinite.
   *
   * @param lower length n
   * @param upper length n
   * @throws InputException if a bound is NaN, is finite where the pattern's is not or the other way
   *     round, if a fixed column gets two different bounds or another column equal ones
   */
  public void setColumnBounds(double[] lower, double[] upper) {
    numbers.setColumnBounds(lower, upper);
    changed = true;
  }

  /**
   * Replaces the values of the upper triangle of P and checks that it is still convex; the only
   * setter that allocates.
   *
   * @param values in the order of the pattern's {@code p().values()}, finite
   * @throws InputException if a number is not finite, the length does not fit, or P is not convex
   */
  public void setQuadraticValues(double[] values) {
    numbers.setQuadraticValues(values);
    changed = true;
  }

  /**
   * Replaces the values of A.
   *
   * @param values in the order of the pattern's {@code a().values()}, finite
   * @throws InputException if a number is not finite or the length does not fit
   */
  public void setConstraintValues(double[] values) {
    numbers.setConstraintValues(values);
    changed = true;
  }

  /**
   * Solves for the present numbers, within the budgets of {@code run}. As in {@link
   * InteriorPoint#solve}, the status rests on what {@link Verifier} recomputes and on nothing else.
   */
  public Status solve(Run run) {
    if (changed) {
      embedding.load(program);
      changed = false;
    }
    iterations = 0;
    Status reached;
    if (verifier.hasCrossedBounds()) {
      Arrays.fill(x, 0.0);
      Arrays.fill(y, 0.0);
      reached = Status.PRIMAL_INFEASIBLE;
    } else {
      Outcome outcome = embedding.solve(run, judge);
      iterations = embedding.iterations();
      if (outcome != Outcome.PRIMAL_INFEASIBLE && outcome != Outcome.DUAL_INFEASIBLE) {
        takePair(embedding.x(), embedding.y());
      }
      reached = status(outcome);
    }
    boolean proved = verifier.measureWithin(x, y, options.tolerance());
    status = reached == Status.STALLED && proved ? Status.OPTIMAL : reached;
    return status;
  }

  private void takePair(double[] point, double[] rowDuals) {
    double[] lower = program.columnLower();
    double[] upper = program.columnUpper();
    for (int j = 0; j < x.length; j++) {
      x[j] = Math.max(lower[j], Math.min(upper[j], point[j]));
    }
    System.arraycopy(rowDuals, 0, y, 0, y.length);
  }

  private static Status status(Outcome outcome) {
    return switch (outcome) {
      case OPTIMAL -> Status.OPTIMAL;
      case PRIMAL_INFEASIBLE -> Status.PRIMAL_INFEASIBLE;
      case DUAL_INFEASIBLE -> Status.DUAL_INFEASIBLE;
      case ITERATION_LIMIT -> Status.ITERATION_LIMIT;
      case TIME_LIMIT -> Status.TIME_LIMIT;
      case INTERRUPTED -> Status.INTERRUPTED;
      case STALLED -> Status.STALLED;
    };
  }

  /** The best point of the last solve, length n; not a copy, overwritten by the next solve. */
  public double[] x() {
    return x;
  }

  /** Its row duals, length m, signed as in {@link ConicProgram}; not a copy. */
  public double[] y() {
    return y;
  }

  /** The primal objective of {@link #x()} in the user's sense. */
  public double objective() {
    return program.userObjective(verifier.primalObjective());
  }

  /** The dual objective of the pair in the user's sense. */
  public double dualObjective() {
    return program.userObjective(verifier.dualObjective());
  }

  /** The evidence: its getters give the six errors of {@link #x()} and {@link #y()}. */
  public Verifier verifier() {
    return verifier;
  }

  /** Interior-point iterations of the last solve. */
  public int iterations() {
    return iterations;
  }

  /**
   * The proof that the program last solved has no optimum, null unless the status says so.
   * Allocates and measures anew: to be called before numbers are replaced.
   */
  public @Nullable Certificate certificate() {
    Certificate certificate = null;
    if (status == Status.PRIMAL_INFEASIBLE) {
      certificate = verifier.crossedBounds();
      if (certificate == null) {
        certificate = verifier.farkas(dualRay);
      }
    } else if (status == Status.DUAL_INFEASIBLE) {
      certificate = verifier.recession(primalRay);
    }
    verifier.measureWithin(x, y, options.tolerance());
    return certificate;
  }

  /** Judges on the program as its owner states it, not as the embedding scales it. */
  private final class OwnJudge implements Judge {
    @Override
    public boolean optimal(double[] point, double[] rowDuals) {
      takePair(point, rowDuals);
      return verifier.measureWithin(x, y, options.tolerance());
    }

    @Override
    public boolean primalInfeasible(double[] ray) {
      if (!(verifier.farkasError(ray) <= options.tolerance())) {
        return false;
      }
      takePair(embedding.x(), embedding.y());
      System.arraycopy(ray, 0, dualRay, 0, ray.length);
      return true;
    }

    @Override
    public boolean dualInfeasible(double[] ray) {
      if (!(verifier.recessionError(ray) <= options.tolerance())) {
        return false;
      }
      takePair(embedding.x(), embedding.y());
      System.arraycopy(ray, 0, primalRay, 0, ray.length);
      return true;
    }
  }
}
