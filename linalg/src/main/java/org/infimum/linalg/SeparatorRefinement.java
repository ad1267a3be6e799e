package org.infimum.linalg;

import java.util.Arrays;

/**
 * Moves on a vertex separator: a separator vertex goes to one side and pulls its neighbours on the
 * other side into the separator. Passes of such moves in the manner of Fiduccia and Mattheyses,
 * each undone back to its best state, refine a separator (Ashcraft and Liu, "A partition
 * improvement algorithm for generalized nested dissection", 1996). All moves of a pass go to the
 * same side, the sides taking turns: the separator sweeps through the graph, where moves to both
 * sides leave it hovering about the middle.
 */
final class SeparatorRefinement {
  static final int SEPARATOR = 2;

  private static final int MOST_PASSES = 20;
  private static final int MOST_FUTILE_MOVES = 300;

  /** Share of the weight outside the separator that a side may hold. */
  private static final double LARGEST_SHARE = 0.6;

  /** Cost, in separator weights, of an imbalance beyond the allowed one by the whole weight. */
  private static final double EXCESS_PENALTY = 5.0;

  /** Far below one unit of separator weight: of equal separators the better balanced one wins. */
  private static final double TIE_BREAK = 1e-3;

  private final WeightedGraph graph;
  private final int[] part;
  private final int[] partWeights = new int[3];

  /** The side that the moves of the present pass go to, and the one they pull from. */
  private int side;

  private int other = 1;

  /** For a separator vertex, the weight of its neighbours on the other side; stale elsewhere. */
  private final int[] pull;

  /** The separator vertices, by the weight the separator loses when they move. */
  private final GainQueue queue;

  /** The moves of a pass: each the vertex, the vertices it pulled, their number. */
  private int[] log;

  private int logged;

  /**
   * Takes over a partition.
   *
   * @param part 0, 1 or {@link #SEPARATOR} for each vertex, no edge between 0 and 1; changed in
   *     place
   */
  SeparatorRefinement(WeightedGraph graph, int[] part) {
    this.graph = graph;
    this.part = part;
    int n = graph.vertices();
    for (int v = 0; v < n; v++) {
      partWeights[part[v]] += graph.vertexWeights()[v];
    }
    pull = new int[n];
    queue = new GainQueue(n);
    log = new int[4 * MOST_FUTILE_MOVES];
  }

  /** What a refinement minimizes: the separator's weight, and more if the sides are too unequal. */
  double cost() {
    int outside = Math.max(1, partWeights[0] + partWeights[1]);
    double imbalance = Math.abs(partWeights[0] - partWeights[1]) / (double) outside;
    double excess = Math.max(0.0, imbalance - (2.0 * LARGEST_SHARE - 1.0));
    return partWeights[SEPARATOR] * (1.0 + EXCESS_PENALTY * excess) + TIE_BREAK * imbalance;
  }

  /**
   * Grows side 0 from a vertex by the moves of largest gain until it weighs as much as side 1.
   * Everything must be on side 1.
   */
  void grow(int seed) {
    side = 0;
    other = 1;
    enterSeparator(seed);
    int next = 0;
    while (partWeights[0] < partWeights[1]) {
      if (queue.isEmpty()) {
        while (part[next] != 1) {
          next++;
        }
        enterSeparator(next);
      }
      move(queue.top());
    }
    queue.clear();
  }

  /** Passes to either side in turn, the lighter first, until two of them bring nothing. */
  void refine() {
    side = partWeights[0] <= partWeights[1] ? 0 : 1;
    int futile = 0;
    for (int pass = 0; pass < MOST_PASSES && futile < 2; pass++) {
      other = 1 - side;
      futile = pass() ? 0 : futile + 1;
      side = other;
    }
  }

  private boolean pass() {
    for (int v = 0; v < part.length; v++) {
      if (part[v] == SEPARATOR) {
        enqueue(v);
      }
    }
    double start = cost();
    double best = start;
    int bestLogged = 0;
    logged = 0;
    int futile = 0;
    while (futile < MOST_FUTILE_MOVES && !queue.isEmpty() && hasRoom(queue.top())) {
      move(queue.top());
      double cost = cost();
      if (cost < best) {
        best = cost;
        bestLogged = logged;
        futile = 0;
      } else {
        futile++;
      }
    }
    queue.clear();
    undo(bestLogged);
    return best < start;
  }

  private boolean hasRoom(int v) {
    int weight = graph.vertexWeights()[v];
    int outside = partWeights[0] + partWeights[1] + weight;
    return partWeights[side] <= partWeights[other]
        || partWeights[side] + weight <= LARGEST_SHARE * outside;
  }

  private void move(int v) {
    queue.remove(v);
    transfer(v, side);
    int first = logged;
    record(v);
    for (int p = graph.starts()[v]; p < graph.starts()[v + 1]; p++) {
      int u = graph.neighbours()[p];
      if (part[u] == other) {
        record(u);
        enterSeparator(u);
      }
    }
    record(logged - first - 1);
  }

  /** Takes a vertex from the other side into the separator and tells its separator neighbours. */
  private void enterSeparator(int u) {
    int weight = graph.vertexWeights()[u];
    transfer(u, SEPARATOR);
    for (int p = graph.starts()[u]; p < graph.starts()[u + 1]; p++) {
      int x = graph.neighbours()[p];
      if (part[x] == SEPARATOR) {
        pull[x] -= weight;
        queue.change(x, graph.vertexWeights()[x] - pull[x]);
      }
    }
    enqueue(u);
  }

  private void enqueue(int v) {
    int weight = 0;
    for (int p = graph.starts()[v]; p < graph.starts()[v + 1]; p++) {
      int u = graph.neighbours()[p];
      if (part[u] == other) {
        weight += graph.vertexWeights()[u];
      }
    }
    pull[v] = weight;
    queue.insert(v, graph.vertexWeights()[v] - weight);
  }

  private void record(int value) {
    if (logged == log.length) {
      log = Arrays.copyOf(log, 2 * logged);
    }
    log[logged++] = value;
  }

  private void undo(int downTo) {
    while (logged > downTo) {
      int end = logged - 1;
      int first = end - log[end] - 1;
      transfer(log[first], SEPARATOR);
      for (int k = first + 1; k < end; k++) {
        transfer(log[k], other);
      }
      logged = first;
    }
  }

  private void transfer(int v, int to) {
    partWeights[part[v]] -= graph.vertexWeights()[v];
    partWeights[to] += graph.vertexWeights()[v];
    part[v] = to;
  }
}
