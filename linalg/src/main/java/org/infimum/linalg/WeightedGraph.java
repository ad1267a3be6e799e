package org.infimum.linalg;

import java.util.Arrays;

/**
 * A graph whose vertices and edges stand for several vertices and edges of a finer one.
 *
 * @param starts {@code vertices + 1} offsets into {@code neighbours} and {@code edgeWeights}
 * @param neighbours the neighbours of each vertex, without loops
 * @param edgeWeights weight of each edge, stored in both directions
 * @param vertexWeights weight of each vertex
 */
record WeightedGraph(int[] starts, int[] neighbours, int[] edgeWeights, int[] vertexWeights) {

  int vertices() {
    return vertexWeights.length;
  }

  int degree(int vertex) {
    return starts[vertex + 1] - starts[vertex];
  }

  int totalWeight() {
    int sum = 0;
    for (int w : vertexWeights) {
      sum += w;
    }
    return sum;
  }

  /**
   * The subgraph induced by some vertices, which are numbered there in the order given.
   *
   * @param members the vertices to keep
   * @param numbering scratch of at least {@code vertices()} elements, all -1, and so again on
   *     return
   */
  WeightedGraph induced(int[] members, int[] numbering) {
    int bound = 0;
    for (int k = 0; k < members.length; k++) {
      numbering[members[k]] = k;
      bound += degree(members[k]);
    }
    int[] subStarts = new int[members.length + 1];
    int[] subNeighbours = new int[bound];
    int[] subEdges = new int[bound];
    int[] subWeights = new int[members.length];
    int count = 0;
    for (int k = 0; k < members.length; k++) {
      int v = members[k];
      subWeights[k] = vertexWeights[v];
      for (int p = starts[v]; p < starts[v + 1]; p++) {
        int u = numbering[neighbours[p]];
        if (u >= 0) {
          subNeighbours[count] = u;
          subEdges[count++] = edgeWeights[p];
        }
      }
      subStarts[k + 1] = count;
    }
    for (int v : members) {
      numbering[v] = -1;
    }
    return new WeightedGraph(
        subStarts, Arrays.copyOf(subNeighbours, count), Arrays.copyOf(subEdges, count), subWeights);
  }
}
