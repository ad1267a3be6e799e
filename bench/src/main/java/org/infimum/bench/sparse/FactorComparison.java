package org.infimum.bench.sparse;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.infimum.core.Run;
import org.infimum.linalg.LdlCost;
import org.infimum.linalg.LdlFactor;
import org.infimum.linalg.LdlKind;
import org.infimum.linalg.LdlSymbolic;
import org.infimum.linalg.Ordering;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * One factorization beside CHOLMOD's. Ours is ordered as the interior-point method does it: by
 * minimum degree and, where that promises many flops, by nested dissection too. CHOLMOD is measured
 * with minimum degree and with METIS, and the faster factorization counts. The two programs take
 * turns; the fastest of each one's turns counts, in processor time of the thread where there is but
 * one, which other programs on the machine disturb least.
 *
 * @param name the instance
 * @param form the system
 * @param dimension order of the matrix
 * @param nonzeros entries of our L
 * @param flops flops of our factorization
 * @param ordering seconds of our ordering and analysis
 * @param seconds seconds of our numeric factorization
 * @param peer CHOLMOD's figures, null without CHOLMOD
 */
public record FactorComparison(
    String name,
    String form,
    int dimension,
    long nonzeros,
    double flops,
    double ordering,
    double seconds,
    @Nullable Peer peer) {
  private static final double DISSECTION_FLOPS = 2e7;
  private static final double SECONDS = 0.3;
  private static final int LEAST_ROUNDS = 5;
  private static final int MOST_ROUNDS = 200;

  /**
   * CHOLMOD's figures.
   *
   * @param method the ordering of the faster factorization
   * @param nonzeros entries of L
   * @param ordering seconds of ordering and analysis
   * @param seconds seconds of the numeric factorization
   */
  public record Peer(Cholmod.Method method, double nonzeros, double ordering, double seconds) {}

  /** Measures one system; without CHOLMOD ours alone. */
  public static FactorComparison of(
      String name, NewtonPatterns.Definite system, @Nullable Cholmod cholmod, int threads) {
    SparseMatrix upper = system.upper();
    long start = System.nanoTime();
    int[] permutation = Ordering.AMD.permutation(upper);
    if (LdlCost.predict(upper, permutation).flops() > DISSECTION_FLOPS) {
      int[] dissection = Ordering.NESTED_DISSECTION.permutation(upper);
      double flops = LdlCost.predict(upper, dissection).flops();
      if (flops < LdlCost.predict(upper, permutation).flops()) {
        permutation = dissection;
      }
    }
    LdlSymbolic symbolic = LdlSymbolic.analyze(upper, permutation, LdlKind.AUTO);
    double ordering = (System.nanoTime() - start) * 1e-9;
    LdlFactor factor = new LdlFactor(symbolic, threads);
    byte[] signs = new byte[upper.columns()];
    Arrays.fill(signs, (byte) 1);
    Run run = Run.unlimited();
    Runnable ours = () -> factor.factor(upper.values(), signs, 1e-14, 1e-7, run);
    double seconds = Double.POSITIVE_INFINITY;
    Peer peer = null;
    for (Cholmod.Method method : Cholmod.Method.values()) {
      if (cholmod == null) {
        seconds = Math.min(seconds, alternate(ours, () -> {}, threads)[0]);
        break;
      }
      try (Cholmod.Analyzed theirs = cholmod.analyze(upper, method)) {
        double[] both = alternate(ours, theirs::factor, threads);
        seconds = Math.min(seconds, both[0]);
        if (peer == null || both[1] < peer.seconds()) {
          peer = new Peer(method, theirs.nonzeros(), theirs.seconds(), both[1]);
        }
      }
    }
    return new FactorComparison(
        name,
        system.form(),
        upper.columns(),
        symbolic.nonzeros(),
        symbolic.flops(),
        ordering,
        seconds,
        peer);
  }

  /** Seconds of the fastest turn of each, after one that is not counted. */
  private static double[] alternate(Runnable one, Runnable other, int threads) {
    double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double spent = 0.0;
    for (int round = -1;
        round < LEAST_ROUNDS || (spent < SECONDS && round < MOST_ROUNDS);
        round++) {
      long begin = System.nanoTime();
      long start = clock(threads);
      one.run();
      long middle = clock(threads);
      other.run();
      long end = clock(threads);
      if (round >= 0) {
        best[0] = Math.min(best[0], (middle - start) * 1e-9);
        best[1] = Math.min(best[1], (end - middle) * 1e-9);
        spent += (System.nanoTime() - begin) * 1e-9;
      }
    }
    return best;
  }

  private static long clock(int threads) {
    return threads == 1
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
