package org.infimum.linalg;

import java.util.Arrays;
import org.infimum.core.Run;

/**
 * Up-looking factorization: row k of L solves the triangular system of the rows above it (Davis,
 * Algorithm 849: a concise sparse Cholesky factorization package, ACM TOMS 31, 2005). The pattern
 * of every row is stored, so that the numeric phase does not walk the tree.
 */
final class SimplicialLdl implements LdlNumeric {
  private static final int FLOPS_BETWEEN_CHECKPOINTS = 1 << 20;

  private final SimplicialStructure structure;
  private final int[] permutation;
  private final double[] lower;
  private final double[] inversePivots;
  private final double[] row;
  private final int[] filled;
  private int replaced;
  private int firstReplaced;

  SimplicialLdl(SimplicialStructure structure, int[] permutation) {
    this.structure = structure;
    this.permutation = permutation;
    int n = structure.pattern.dimension;
    lower = new double[structure.rowIndices.length];
    inversePivots = new double[n];
    row = new double[n];
    filled = new int[n];
  }

  @Override
  public boolean factor(double[] values, PivotRule rule, Run run) {
    PermutedPattern pattern = structure.pattern;
    int[] rowStarts = structure.rowStarts;
    int[] columnIndices = structure.columnIndices;
    int n = pattern.dimension;
    System.arraycopy(structure.columnStarts, 0, filled, 0, n);
    replaced = 0;
    firstReplaced = n;
    long flops = 0;
    for (int k = 0; k < n; k++) {
      for (int e = pattern.starts[k]; e < pattern.starts[k + 1]; e++) {
        row[pattern.rows[e]] = values[pattern.source[e]];
      }
      double pivot = values[pattern.diagonalSource[k]];
      for (int e = rowStarts[k]; e < rowStarts[k + 1]; e++) {
        int j = columnIndices[e];
        double scaled = row[j];
        row[j] = 0.0;
        int end = filled[j];
        subtractColumn(structure.columnStarts[j], end, scaled);
        double entry = scaled * inversePivots[j];
        pivot -= entry * scaled;
        lower[end] = entry;
        filled[j] = end + 1;
        flops += end - structure.columnStarts[j];
      }
      if (!rule.keeps(pivot, permutation[k])) {
        pivot = rule.replacement(permutation[k]);
        replaced++;
        firstReplaced = Math.min(firstReplaced, k);
      }
      inversePivots[k] = 1.0 / pivot;
      if (flops > FLOPS_BETWEEN_CHECKPOINTS) {
        flops = 0;
        if (run.checkpoint() != Run.Stop.NONE) {
          return false;
        }
      }
    }
    return run.checkpoint() == Run.Stop.NONE;
  }

  private void subtractColumn(int begin, int end, double factor) {
    int[] rows = structure.rowIndices;
    double[] entries = lower;
    double[] target = row;
    for (int e = begin; e < end; e++) {
      target[rows[e]] -= entries[e] * factor;
    }
  }

  @Override
  public int replacedPivots() {
    return replaced;
  }

  @Override
  public int firstReplacedPivot() {
    return firstReplaced;
  }

  @Override
  public boolean holds(int first, int position) {
    int from = structure.columnStarts[first];
    int to = structure.columnStarts[first + 1];
    return position == first || Arrays.binarySearch(structure.rowIndices, from, to, position) >= 0;
  }

  @Override
  public boolean update(double[] w, int first, double sigma, PivotRule rule) {
    RankOneStep step = new RankOneStep(sigma);
    boolean keeps = true;
    for (int j = first; j >= 0; ) {
      int from = structure.columnStarts[j];
      int to = structure.columnStarts[j + 1];
      double pivot = step.eliminate(w[j], 1.0 / inversePivots[j]);
      keeps &= rule.keeps(pivot, permutation[j]);
      inversePivots[j] = 1.0 / pivot;
      double eliminated = w[j];
      w[j] = 0.0;
      for (int e = from; e < to; e++) {
        int i = structure.rowIndices[e];
        w[i] -= eliminated * lower[e];
        lower[e] += step.multiple() * w[i];
      }
      j = from < to ? structure.rowIndices[from] : -1;
    }
    return keeps;
  }

  @Override
  public void solve(double[] x, int count) {
    int n = structure.pattern.dimension;
    int c = 0;
    for (; c + 2 <= count; c += 2) {
      solvePair(x, c * n, (c + 1) * n);
    }
    if (c < count) {
      solveOne(x, c * n);
    }
  }

  private void solveOne(double[] x, int at) {
    int[] starts = structure.columnStarts;
    int[] rows = structure.rowIndices;
    int n = structure.pattern.dimension;
    for (int j = 0; j < n; j++) {
      double xj = x[at + j];
      for (int e = starts[j]; e < starts[j + 1]; e++) {
        x[at + rows[e]] -= lower[e] * xj;
      }
    }
    for (int j = n - 1; j >= 0; j--) {
      double sum = x[at + j] * inversePivots[j];
      for (int e = starts[j]; e < starts[j + 1]; e++) {
        sum -= lower[e] * x[at + rows[e]];
      }
      x[at + j] = sum;
    }
  }

  private void solvePair(double[] x, int one, int two) {
    int[] starts = structure.columnStarts;
    int[] rows = structure.rowIndices;
    int n = structure.pattern.dimension;
    for (int j = 0; j < n; j++) {
      double first = x[one + j];
      double second = x[two + j];
      for (int e = starts[j]; e < starts[j + 1]; e++) {
        int i = rows[e];
        double entry = lower[e];
        x[one + i] -= entry * first;
        x[two + i] -= entry * second;
      }
    }
    for (int j = n - 1; j >= 0; j--) {
      double first = x[one + j] * inversePivots[j];
      double second = x[two + j] * inversePivots[j];
      for (int e = starts[j]; e < starts[j + 1]; e++) {
        int i = rows[e];
        double entry = lower[e];
        first -= entry * x[one + i];
        second -= entry * x[two + i];
      }
      x[one + j] = first;
      x[two + j] = second;
    }
  }
}
