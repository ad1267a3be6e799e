package org.infimum.linalg;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Small balanced vertex separators by the multilevel scheme: coarsen by heavy-edge matching,
 * separate the coarsest graph from several seeds, refine on the way back.
 */
final class VertexSeparator {
  private static final int COARSEST_VERTICES = 100;

  /** A coarsening step that keeps more than this share of the vertices is the last. */
  private static final double LEAST_SHRINKAGE = 0.95;

  private static final int SEEDS = 8;

  private VertexSeparator() {}

  /**
   * Splits a graph.
   *
   * @return for each vertex the side 0 or 1, or {@link SeparatorRefinement#SEPARATOR}; no edge joins
   *     the sides
   */
  static int[] of(WeightedGraph graph, SplittableRandom random) {
    int heaviest = (int) (1.5 * graph.totalWeight() / COARSEST_VERTICES) + 1;
    Deque<HeavyEdgeMatching> levels = new ArrayDeque<>();
    Deque<WeightedGraph> finer = new ArrayDeque<>();
    WeightedGraph coarsest = graph;
    while (coarsest.vertices() > COARSEST_VERTICES) {
      HeavyEdgeMatching level = HeavyEdgeMatching.coarsen(coarsest, heaviest, random);
      if (level.coarse().vertices() > LEAST_SHRINKAGE * coarsest.vertices()) {
        break;
      }
      finer.push(coarsest);
      levels.push(level);
      coarsest = level.coarse();
    }
    int[] part = separateFromSeeds(coarsest, random);
    while (!levels.isEmpty()) {
      int[] map = levels.pop().map();
      int[] projected = new int[map.length];
      for (int v = 0; v < map.length; v++) {
        projected[v] = part[map[v]];
      }
      part = projected;
      new SeparatorRefinement(finer.pop(), part).refine();
    }
    return part;
  }

  private static int[] separateFromSeeds(WeightedGraph graph, SplittableRandom random) {
    int[] best = {};
    int bestWeight = Integer.MAX_VALUE;
    int bestImbalance = Integer.MAX_VALUE;
    for (int k = 0; k < SEEDS; k++) {
      int[] part = new int[graph.vertices()];
      Arrays.fill(part, 1);
      SeparatorRefinement separator = new SeparatorRefinement(graph, part);
      separator.grow(random.nextInt(part.length));
      separator.refine();
      int weight = separator.separatorWeight();
      int imbalance = separator.imbalance();
      if (weight < bestWeight || weight == bestWeight && imbalance < bestImbalance) {
        best = part;
        bestWeight = weight;
        bestImbalance = imbalance;
      }
    }
    return best;
  }
}
