package org.infimum.linalg;

import java.util.Arrays;
import org.infimum.core.Run;
import org.infimum.linalg.machine.Team;

/**
 * Left-looking supernodal factorization: each panel is assembled from A, pulls the updates of its
 * descendants in ascending order and is then eliminated (Chen, Davis, Hager, Rajamanickam,
 * Algorithm 887: CHOLMOD, ACM TOMS 35, 2008, here for L D L').
 *
 * <p>With several threads, disjoint subtrees are factored side by side; then the panels above them
 * one after another, each split into blocks of rows. Neither changes the order in which any element
 * is summed up.
 */
final class SupernodalLdl implements LdlNumeric {
  /** Right-hand sides and columns of a panel from which on products of matrices pay. */
  private static final int BLOCKED_SIDES = 8;

  private static final int BLOCKED_WIDTH = 8;

  private final PanelStructure structure;
  private final PanelFactorization factorization;
  private final PanelSchedule schedule;
  private final PanelWorker[] workers;
  private final Team team;
  private final DenseKernels solveKernels;
  private double[] gathered;

  SupernodalLdl(PanelStructure structure, int[] permutation, DenseKernels kernels, int threads) {
    this.structure = structure;
    factorization = new PanelFactorization(structure, permutation, kernels);
    schedule = PanelSchedule.of(structure, threads);
    workers = new PanelWorker[schedule.isSequential() ? 1 : threads];
    for (int w = 0; w < workers.length; w++) {
      workers[w] = new PanelWorker(structure, kernels.packs());
    }
    team = new Team(workers.length);
    solveKernels = kernels;
    gathered = new double[structure.maxRows];
  }

  @Override
  public boolean factor(double[] values, PivotRule rule, Run run) {
    factorization.begin(values, rule, run);
    for (PanelWorker worker : workers) {
      worker.begin();
    }
    if (schedule.isSequential()) {
      factorRange(0, structure.count - 1, workers[0]);
    } else {
      team.forEach(
          schedule.subtrees(),
          (task, worker) ->
              factorRange(schedule.first(task), schedule.last(task), workers[worker]));
      for (int panel : schedule.top()) {
        factorTogether(panel);
      }
    }
    return !factorization.stopped() && run.checkpoint() == Run.Stop.NONE;
  }

  private void factorRange(int first, int last, PanelWorker worker) {
    for (int panel = first; panel <= last && !factorization.stopped(); panel++) {
      factorization.factorPanel(panel, worker);
    }
  }

  private void factorTogether(int panel) {
    if (structure.work[panel] < PanelSchedule.PARALLEL_WORK) {
      if (!factorization.stopped()) {
        factorization.factorPanel(panel, workers[0]);
      }
      return;
    }
    PanelWorker own = workers[0];
    int[] localRow = own.localRow;
    PackedUpdates packs = own.packs;
    factorization.mapRows(panel, localRow);
    factorization.assemble(panel);
    int blocks = factorization.rowBlocks(panel);
    int end = structure.updateStarts[panel + 1];
    for (int u = structure.updateStarts[panel]; u < end; u = packs.last) {
      int first = u;
      team.forEach(
          packs.begin(structure, panel, first) - first,
          (task, worker) -> factorization.packUpdate(first + task, packs, workers[worker]));
      team.forEach(
          blocks,
          (task, worker) ->
              factorization.updateBlock(panel, task, packs, localRow, workers[worker]));
    }
    factorization.eliminateSquare(panel, own);
    factorization.packTriangle(panel, own.triangle, own);
    team.forEach(
        blocks,
        (task, worker) -> factorization.eliminateBlock(panel, task, own.triangle, workers[worker]));
  }

  @Override
  public int replacedPivots() {
    int sum = 0;
    for (PanelWorker worker : workers) {
      sum += worker.replaced;
    }
    return sum;
  }

  @Override
  public int firstReplacedPivot() {
    int first = structure.dimension;
    for (PanelWorker worker : workers) {
      first = Math.min(first, worker.firstReplaced);
    }
    return first;
  }

  @Override
  public boolean holds(int first, int position) {
    int panel = structure.panelOfColumn[first];
    int from = structure.rowBegin[panel];
    int to = structure.rowEnd[panel];
    return Arrays.binarySearch(structure.rowIndices, from, to, position) >= 0;
  }

  @Override
  public boolean update(double[] w, int first, double sigma, PivotRule rule) {
    RankOneStep step = new RankOneStep(sigma);
    boolean keeps = true;
    int column = first;
    for (int s = structure.panelOfColumn[first]; s >= 0; s = structure.parent[s]) {
      int begin = structure.rowBegin[s];
      int width = structure.width(s);
      column = Math.max(column, structure.firstColumn[s]);
      for (int local = column - structure.firstColumn[s]; local < width; local++) {
        keeps &= factorization.update(s, local, w, step, rule);
      }
      int below = begin + width;
      column = below < structure.rowEnd[s] ? structure.rowIndices[below] : column;
    }
    return keeps;
  }

  @Override
  public void solve(double[] x, int count) {
    if (gathered.length < structure.maxRows * count) {
      gathered = new double[structure.maxRows * count];
    }
    for (int s = 0; s < structure.count; s++) {
      forward(s, x, count);
    }
    double[] pivots = factorization.pivots;
    int n = structure.dimension;
    for (int c = 0; c < count; c++) {
      int at = c * n;
      for (int k = 0; k < n; k++) {
        x[at + k] /= pivots[k];
      }
    }
    for (int s = structure.count - 1; s >= 0; s--) {
      backward(s, x, count);
    }
  }

  /** Whether a panel and so many right-hand sides repay dense products. */
  private boolean isBlocked(int width, int count) {
    return solveKernels.packs() && count >= BLOCKED_SIDES && width >= BLOCKED_WIDTH;
  }

  private void forward(int s, double[] x, int count) {
    int n = structure.dimension;
    int first = structure.firstColumn[s];
    int width = structure.width(s);
    int rows = structure.rows(s);
    int below = structure.rowBegin[s];
    int[] rowIndices = structure.rowIndices;
    double[] panel = factorization.storage(s);
    int offset = structure.offset[s];
    if (width == 1) {
      for (int c = 0; c < count; c++) {
        int at = c * n;
        double pivotValue = x[at + first];
        for (int i = 1; i < rows; i++) {
          x[at + rowIndices[below + i]] -= panel[offset + i] * pivotValue;
        }
      }
      return;
    }
    double[] local = gathered;
    for (int c = 0; c < count; c++) {
      System.arraycopy(x, c * n + first, local, c * rows, width);
      Arrays.fill(local, c * rows + width, (c + 1) * rows, 0.0);
    }
    int stride = structure.stride[s];
    if (isBlocked(width, count)) {
      PanelSubstitution.forward(panel, offset, stride, rows, width, local, count);
    } else {
      solveKernels.forward(panel, offset, stride, rows, width, local, count);
    }
    for (int c = 0; c < count; c++) {
      System.arraycopy(local, c * rows, x, c * n + first, width);
      int at = c * n;
      int from = c * rows;
      for (int i = width; i < rows; i++) {
        x[at + rowIndices[below + i]] += local[from + i];
      }
    }
  }

  private void backward(int s, double[] x, int count) {
    int n = structure.dimension;
    int first = structure.firstColumn[s];
    int width = structure.width(s);
    int rows = structure.rows(s);
    int below = structure.rowBegin[s];
    int[] rowIndices = structure.rowIndices;
    double[] panel = factorization.storage(s);
    int offset = structure.offset[s];
    if (width == 1) {
      for (int c = 0; c < count; c++) {
        int at = c * n;
        double sum = x[at + first];
        for (int i = 1; i < rows; i++) {
          sum -= panel[offset + i] * x[at + rowIndices[below + i]];
        }
        x[at + first] = sum;
      }
      return;
    }
    double[] local = gathered;
    for (int c = 0; c < count; c++) {
      System.arraycopy(x, c * n + first, local, c * rows, width);
      int at = c * n;
      int to = c * rows;
      for (int i = width; i < rows; i++) {
        local[to + i] = x[at + rowIndices[below + i]];
      }
    }
    int stride = structure.stride[s];
    if (isBlocked(width, count)) {
      PanelSubstitution.backward(panel, offset, stride, rows, width, local, count);
    } else {
      solveKernels.backward(
          panel, offset, stride, rows, width, local, count, workers[0].update.tile);
    }
    for (int c = 0; c < count; c++) {
      System.arraycopy(local, c * rows, x, c * n + first, width);
    }
  }
}
