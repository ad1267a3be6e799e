package org.infimum.linalg;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Small balanced vertex separators by the multilevel scheme: coarsen by heavy-edge matching,
 * separate the coarsest graph from several seeds, refine on the way back. The coarser part of the
 * levels is cheap, so it is walked several times and the best separator goes on to the finer part.
 */
final class VertexSeparator {
  private static final int COARSEST_VERTICES = 100;

  /** Graphs of at most this size are separated several times. */
  private static final int TRIAL_VERTICES = 1000;

  private static final int TRIALS = 5;

  /** Seeds that the first separator is grown from on the coarsest graph. */
  private static final int SEEDS = 4;

  /** A coarsening step that keeps more than this share of the vertices is the last. */
  private static final double LEAST_SHRINKAGE = 0.95;

  /** Largest weight of a coarse vertex, in weights of an average vertex of the coarsest graph. */
  private static final double HEAVIEST_SHARE = 1.5;

  private final int heaviest;
  private final SplittableRandom random;

  private VertexSeparator(WeightedGraph graph, SplittableRandom random) {
    heaviest = (int) (HEAVIEST_SHARE * graph.totalWeight() / COARSEST_VERTICES) + 1;
    this.random = random;
  }

  /**
   * Splits a graph.
   *
   * @return for each vertex the side 0 or 1, or {@link SeparatorRefinement#SEPARATOR}; no edge
   *     joins the sides
   */
  static int[] of(WeightedGraph graph, SplittableRandom random) {
    VertexSeparator separator = new VertexSeparator(graph, random);
    Levels levels = separator.coarsen(graph, TRIAL_VERTICES);
    int[] best = {};
    double bestCost = Double.POSITIVE_INFINITY;
    for (int trial = 0; trial < TRIALS; trial++) {
      int[] part = separator.multilevel(levels.coarsest());
      double cost = new SeparatorRefinement(levels.coarsest(), part).cost();
      if (cost < bestCost) {
        best = part;
        bestCost = cost;
      }
    }
    return levels.refined(best);
  }

  private int[] multilevel(WeightedGraph graph) {
    Levels levels = coarsen(graph, COARSEST_VERTICES);
    return levels.refined(separateFromSeeds(levels.coarsest()));
  }

  /** A graph, coarsened step by step. */
  private record Levels(
      Deque<WeightedGraph> finer, Deque<HeavyEdgeMatching> steps, WeightedGraph coarsest) {

    /** Carries a partition of the coarsest graph back to the finest, refined at every level. */
    int[] refined(int[] coarsestPart) {
      int[] part = coarsestPart;
      while (!steps.isEmpty()) {
        int[] map = steps.pop().map();
        int[] projected = new int[map.length];
        for (int v = 0; v < map.length; v++) {
          projected[v] = part[map[v]];
        }
        part = projected;
        new SeparatorRefinement(finer.pop(), part).refine();
      }
      return part;
    }
  }

  private Levels coarsen(WeightedGraph graph, int vertices) {
    Deque<WeightedGraph> finer = new ArrayDeque<>();
    Deque<HeavyEdgeMatching> steps = new ArrayDeque<>();
    WeightedGraph coarsest = graph;
    while (coarsest.vertices() > vertices) {
      HeavyEdgeMatching step = HeavyEdgeMatching.coarsen(coarsest, heaviest, random);
      if (step.coarse().vertices() > LEAST_SHRINKAGE * coarsest.vertices()) {
        break;
      }
      finer.push(coarsest);
      steps.push(step);
      coarsest = step.coarse();
    }
    return new Levels(finer, steps, coarsest);
  }

  private int[] separateFromSeeds(WeightedGraph graph) {
    int[] best = {};
    double bestCost = Double.POSITIVE_INFINITY;
    for (int k = 0; k < SEEDS; k++) {
      int[] part = new int[graph.vertices()];
      Arrays.fill(part, 1);
      SeparatorRefinement separator = new SeparatorRefinement(graph, part);
      separator.grow(random.nextInt(part.length));
      separator.refine();
      if (separator.cost() < bestCost) {
        best = part;
        bestCost = separator.cost();
      }
    }
    return best;
  }
}
