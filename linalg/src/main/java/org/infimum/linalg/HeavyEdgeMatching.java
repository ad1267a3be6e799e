package org.infimum.linalg;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One coarsening step of the multilevel scheme: pairs of vertices joined by heavy edges become one
 * vertex (sorted heavy-edge matching of Karypis and Kumar, 1998). Vertices that find no partner
 * next to them, as the leaves of a star, are paired with another such neighbour of a common
 * neighbour.
 *
 * @param coarse the smaller graph
 * @param map the coarse vertex of each fine vertex
 */
record HeavyEdgeMatching(WeightedGraph coarse, int[] map) {
  /** Share of vertices left alone above which the second, two-hop matching runs. */
  private static final double LONELY_SHARE = 0.1;

  /** A common neighbour of more than this many vertices is not searched for lonely ones. */
  private static final int LARGEST_LONELY_DEGREE = 16;

  /**
   * Coarsens a graph.
   *
   * @param heaviest no pair may weigh more than this
   */
  static HeavyEdgeMatching coarsen(WeightedGraph graph, int heaviest, SplittableRandom random) {
    int n = graph.vertices();
    int[] partner = new int[n];
    Arrays.fill(partner, -1);
    int[] order = byDegree(graph, random);
    int alone = matchNeighbours(graph, heaviest, order, partner);
    if (alone > LONELY_SHARE * n) {
      matchTwoHops(graph, heaviest, partner);
    }
    return contract(graph, partner);
  }

  /** A random order of the vertices, sorted by degree: those with little choice choose first. */
  private static int[] byDegree(WeightedGraph graph, SplittableRandom random) {
    int n = graph.vertices();
    int[] shuffled = new int[n];
    for (int i = 0; i < n; i++) {
      int k = random.nextInt(i + 1);
      shuffled[i] = shuffled[k];
      shuffled[k] = i;
    }
    int average = n == 0 ? 0 : graph.starts()[n] / n;
    int[] bucketStarts = new int[average + 2];
    for (int v = 0; v < n; v++) {
      bucketStarts[Math.min(graph.degree(v), average) + 1]++;
    }
    for (int d = 0; d <= average; d++) {
      bucketStarts[d + 1] += bucketStarts[d];
    }
    int[] order = new int[n];
    for (int v : shuffled) {
      order[bucketStarts[Math.min(graph.degree(v), average)]++] = v;
    }
    return order;
  }

  /** Returns how many vertices found no partner. */
  private static int matchNeighbours(
      WeightedGraph graph, int heaviest, int[] order, int[] partner) {
    int[] starts = graph.starts();
    int[] neighbours = graph.neighbours();
    int[] edgeWeights = graph.edgeWeights();
    int[] weights = graph.vertexWeights();
    int alone = 0;
    for (int v : order) {
      if (partner[v] < 0) {
        int best = v;
        int bestEdge = 0;
        for (int p = starts[v]; p < starts[v + 1]; p++) {
          int u = neighbours[p];
          if (partner[u] < 0 && edgeWeights[p] > bestEdge && weights[v] + weights[u] <= heaviest) {
            best = u;
            bestEdge = edgeWeights[p];
          }
        }
        if (best != v) {
          partner[v] = best;
          partner[best] = v;
        } else {
          alone++;
        }
      }
    }
    return alone;
  }

  private static void matchTwoHops(WeightedGraph graph, int heaviest, int[] partner) {
    int[] starts = graph.starts();
    int[] neighbours = graph.neighbours();
    int[] weights = graph.vertexWeights();
    for (int hub = 0; hub < graph.vertices(); hub++) {
      int waiting = -1;
      for (int p = starts[hub]; p < starts[hub + 1]; p++) {
        int u = neighbours[p];
        if (partner[u] < 0 && graph.degree(u) <= LARGEST_LONELY_DEGREE) {
          if (waiting < 0 || weights[waiting] + weights[u] > heaviest) {
            waiting = u;
          } else {
            partner[waiting] = u;
            partner[u] = waiting;
            waiting = -1;
          }
        }
      }
    }
  }

  private static HeavyEdgeMatching contract(WeightedGraph graph, int[] partner) {
    int n = graph.vertices();
    int[] map = new int[n];
    int[] representative = new int[n];
    int count = 0;
    for (int v = 0; v < n; v++) {
      if (partner[v] < 0 || v < partner[v]) {
        map[v] = count;
        representative[count++] = v;
      } else {
        map[v] = map[partner[v]];
      }
    }
    int[] starts = new int[count + 1];
    int[] neighbours = new int[graph.neighbours().length];
    int[] edgeWeights = new int[graph.neighbours().length];
    int[] weights = new int[count];
    int[] slot = new int[count];
    Arrays.fill(slot, -1);
    int edges = 0;
    for (int c = 0; c < count; c++) {
      int begin = edges;
      int v = representative[c];
      weights[c] = graph.vertexWeights()[v];
      edges = addEdges(graph, map, v, c, begin, edges, slot, neighbours, edgeWeights);
      if (partner[v] >= 0) {
        weights[c] += graph.vertexWeights()[partner[v]];
        edges = addEdges(graph, map, partner[v], c, begin, edges, slot, neighbours, edgeWeights);
      }
      starts[c + 1] = edges;
    }
    WeightedGraph coarse =
        new WeightedGraph(
            starts, Arrays.copyOf(neighbours, edges), Arrays.copyOf(edgeWeights, edges), weights);
    return new HeavyEdgeMatching(coarse, map);
  }

  /** Adds the edges of fine vertex v to those of coarse vertex c, which begin at {@code begin}. */
  private static int addEdges(
      WeightedGraph graph,
      int[] map,
      int v,
      int c,
      int begin,
      int end,
      int[] slot,
      int[] neighbours,
      int[] edgeWeights) {
    int edges = end;
    for (int p = graph.starts()[v]; p < graph.starts()[v + 1]; p++) {
      int u = map[graph.neighbours()[p]];
      if (u != c) {
        if (slot[u] < begin) {
          slot[u] = edges;
          neighbours[edges] = u;
          edgeWeights[edges++] = graph.edgeWeights()[p];
        } else {
          edgeWeights[slot[u]] += graph.edgeWeights()[p];
        }
      }
    }
    return edges;
  }
}
