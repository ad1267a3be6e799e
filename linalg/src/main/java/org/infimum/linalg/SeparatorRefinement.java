package org.infimum.linalg;

import java.util.Arrays;

/**
 * Moves on a vertex separator: a separator vertex goes to one side and pulls its neighbours on the
 * other side into the separator. Passes of such moves in the manner of Fiduccia and Mattheyses, each
 * undone back to its best state, refine a separator (Ashcraft and Liu, "A partition improvement
 * algorithm for generalized nested dissection", 1996); greedy moves to one side grow a first one.
 */
final class SeparatorRefinement {
  static final int SEPARATOR = 2;

  private static final int MOST_PASSES = 10;
  private static final int MOST_FUTILE_MOVES = 300;

  /** A side may hold this share of the total weight. */
  private static final double LARGEST_SHARE = 0.6;

  private final WeightedGraph graph;
  private final int[] part;
  private final int[] partWeights = new int[3];
  private final int largestSide;

  /** Per side, the weight of a separator vertex's neighbours there; stale for other vertices. */
  private final int[][] neighbourWeights;

  /** Per side, the separator vertices that may still move there in this pass. */
  private final GainQueue[] queues;

  /** The moves of a pass: vertex, side, the vertices pulled, their number. */
  private int[] log;

  private int logged;
  private final boolean[] moved;

  /**
   * Takes over a partition.
   *
   * @param part 0, 1 or {@link #SEPARATOR} for each vertex, no edge between 0 and 1; changed in place
   */
  SeparatorRefinement(WeightedGraph graph, int[] part) {
    this.graph = graph;
    this.part = part;
    int n = graph.vertices();
    for (int v = 0; v < n; v++) {
      partWeights[part[v]] += graph.vertexWeights()[v];
    }
    largestSide = (int) (LARGEST_SHARE * (partWeights[0] + partWeights[1] + partWeights[2]));
    neighbourWeights = new int[][] {new int[n], new int[n]};
    queues = new GainQueue[] {new GainQueue(n), new GainQueue(n)};
    log = new int[4 * MOST_FUTILE_MOVES];
    moved = new boolean[n];
  }

  int separatorWeight() {
    return partWeights[SEPARATOR];
  }

  int imbalance() {
    return Math.abs(partWeights[0] - partWeights[1]);
  }

  /**
   * Grows side 0 from a vertex by the moves of largest gain until it weighs as much as side 1.
   * Everything must be on side 1.
   */
  void grow(int seed) {
    enterSeparator(seed);
    int next = 0;
    while (partWeights[0] < partWeights[1]) {
      if (queues[0].isEmpty()) {
        while (part[next] != 1) {
          next++;
        }
        enterSeparator(next);
      }
      move(queues[0].top(), 0);
    }
    clearQueues();
  }

  /** Passes until one brings nothing. */
  void refine() {
    boolean improved = true;
    for (int pass = 0; pass < MOST_PASSES && improved; pass++) {
      improved = pass();
    }
  }

  private boolean pass() {
    Arrays.fill(moved, false);
    for (int v = 0; v < part.length; v++) {
      if (part[v] == SEPARATOR) {
        enqueue(v);
      }
    }
    int startWeight = separatorWeight();
    int startImbalance = imbalance();
    int bestWeight = startWeight;
    int bestImbalance = startImbalance;
    int bestLogged = 0;
    logged = 0;
    int futile = 0;
    while (futile < MOST_FUTILE_MOVES) {
      int side = chooseSide();
      if (side < 0) {
        break;
      }
      move(queues[side].top(), side);
      int weight = separatorWeight();
      int imbalance = imbalance();
      if (weight < bestWeight || weight == bestWeight && imbalance < bestImbalance) {
        bestWeight = weight;
        bestImbalance = imbalance;
        bestLogged = logged;
        futile = 0;
      } else {
        futile++;
      }
    }
    clearQueues();
    undo(bestLogged);
    return bestWeight < startWeight || bestImbalance < startImbalance;
  }

  /** The side of the largest gain that has room, the lighter one if equal; -1 if there is none. */
  private int chooseSide() {
    int lighter = partWeights[0] <= partWeights[1] ? 0 : 1;
    int best = -1;
    for (int k = 0; k < 2; k++) {
      int side = k == 0 ? lighter : 1 - lighter;
      GainQueue queue = queues[side];
      if (!queue.isEmpty()
          && partWeights[side] + graph.vertexWeights()[queue.top()] <= largestSide
          && (best < 0 || queue.topGain() > queues[best].topGain())) {
        best = side;
      }
    }
    return best;
  }

  private void move(int v, int side) {
    int other = 1 - side;
    int[] starts = graph.starts();
    int[] neighbours = graph.neighbours();
    int weight = graph.vertexWeights()[v];
    for (GainQueue queue : queues) {
      if (queue.contains(v)) {
        queue.remove(v);
      }
    }
    moved[v] = true;
    part[v] = side;
    partWeights[SEPARATOR] -= weight;
    partWeights[side] += weight;
    int entry = logged;
    record(v);
    record(side);
    for (int p = starts[v]; p < starts[v + 1]; p++) {
      int u = neighbours[p];
      if (part[u] == SEPARATOR) {
        neighbourWeights[side][u] += weight;
        updateGain(u, other);
      } else if (part[u] == other) {
        record(u);
        enterSeparator(u);
      }
    }
    record(logged - entry - 2);
  }

  /** Takes a vertex from its side into the separator and tells its separator neighbours. */
  private void enterSeparator(int u) {
    int side = part[u];
    int weight = graph.vertexWeights()[u];
    part[u] = SEPARATOR;
    partWeights[side] -= weight;
    partWeights[SEPARATOR] += weight;
    enqueue(u);
    for (int p = graph.starts()[u]; p < graph.starts()[u + 1]; p++) {
      int x = graph.neighbours()[p];
      if (part[x] == SEPARATOR) {
        neighbourWeights[side][x] -= weight;
        updateGain(x, 1 - side);
      }
    }
  }

  private void enqueue(int v) {
    int[] sums = {0, 0, 0};
    for (int p = graph.starts()[v]; p < graph.starts()[v + 1]; p++) {
      int u = graph.neighbours()[p];
      sums[part[u]] += graph.vertexWeights()[u];
    }
    for (int side = 0; side < 2; side++) {
      neighbourWeights[side][v] = sums[side];
      if (!moved[v]) {
        queues[side].insert(v, graph.vertexWeights()[v] - sums[1 - side]);
      }
    }
  }

  private void updateGain(int v, int side) {
    if (queues[side].contains(v)) {
      queues[side].change(v, graph.vertexWeights()[v] - neighbourWeights[1 - side][v]);
    }
  }

  private void clearQueues() {
    queues[0].clear();
    queues[1].clear();
  }

  private void record(int value) {
    if (logged == log.length) {
      log = Arrays.copyOf(log, 2 * logged);
    }
    log[logged++] = value;
  }

  private void undo(int downTo) {
    while (logged > downTo) {
      int count = log[logged - 1];
      int entry = logged - 3 - count;
      int v = log[entry];
      int side = log[entry + 1];
      transfer(v, SEPARATOR);
      for (int k = entry + 2; k < entry + 2 + count; k++) {
        transfer(log[k], 1 - side);
      }
      logged = entry;
    }
  }

  private void transfer(int v, int to) {
    partWeights[part[v]] -= graph.vertexWeights()[v];
    partWeights[to] += graph.vertexWeights()[v];
    part[v] = to;
  }
}
