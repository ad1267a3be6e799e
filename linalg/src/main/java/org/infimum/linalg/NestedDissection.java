package org.infimum.linalg;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Nested dissection: the graph is split by a small vertex separator, the parts likewise, until they
 * are small. Constrained approximate minimum degree then orders parts before the separators that
 * cut them out, and the vertices within each, with exact knowledge of the surroundings (as CHOLMOD
 * does with CAMD; a halo ordering in the words of Pellegrini, Roman and Amestoy, 2000).
 */
final class NestedDissection {
  /** Parts of at most this many vertices are left to minimum degree. */
  private static final int LEAF_VERTICES = 200;

  private static final long SEED = 0x5DEECE66DL;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Deque<Part> pending = new ArrayDeque<>();
  private final int[] numbering;
  private final int[] constraint;

  /** Classes are given away from the top, that of a separator before those of its parts. */
  private int lowestClass;

  /** A subgraph yet to be ordered, with the vertices of the whole graph that it consists of. */
  private record Part(WeightedGraph graph, int[] vertices) {}

  private NestedDissection(int vertices) {
    numbering = new int[vertices];
    Arrays.fill(numbering, -1);
    constraint = new int[vertices];
    lowestClass = vertices;
  }

  /** An elimination order of the graph; element k is the vertex of pivot k. */
  static int[] order(SymmetricGraph graph) {
    int[] constraint = new NestedDissection(graph.vertices()).classes(graph);
    return ApproximateMinimumDegree.order(graph, constraint);
  }

  private int[] classes(SymmetricGraph graph) {
    push(unitWeights(graph), null, sparseVertices(graph));
    while (!pending.isEmpty()) {
      dissect(pending.pop());
    }
    for (int v = 0; v < constraint.length; v++) {
      constraint[v] = Math.max(0, constraint[v] - lowestClass);
    }
    return constraint;
  }

  private static WeightedGraph unitWeights(SymmetricGraph graph) {
    int[] edgeWeights = new int[graph.neighbours().length];
    int[] vertexWeights = new int[graph.vertices()];
    Arrays.fill(edgeWeights, 1);
    Arrays.fill(vertexWeights, 1);
    return new WeightedGraph(graph.starts(), graph.neighbours(), edgeWeights, vertexWeights);
  }

  /**
   * All but the vertices that minimum degree defers to the end anyway: they would join all parts.
   */
  private static int[] sparseVertices(SymmetricGraph graph) {
    int threshold = SymmetricGraph.denseDegree(graph.vertices());
    int[] sparse = new int[graph.vertices()];
    int count = 0;
    for (int v = 0; v < sparse.length; v++) {
      if (graph.degree(v) <= threshold) {
        sparse[count++] = v;
      }
    }
    return Arrays.copyOf(sparse, count);
  }

  private void dissect(Part part) {
    if (part.vertices().length <= LEAF_VERTICES) {
      assignClass(part.vertices());
      return;
    }
    int[][] components = components(part.graph());
    if (components.length > 1) {
      divide(part, components);
    } else {
      separate(part);
    }
  }

  /** Components that are parts of their own are pushed, the small ones make one leaf together. */
  private void divide(Part part, int[][] components) {
    int[] small = new int[part.vertices().length];
    int count = 0;
    for (int[] component : components) {
      if (component.length > LEAF_VERTICES) {
        push(part.graph(), part.vertices(), component);
      } else {
        for (int v : component) {
          small[count++] = part.vertices()[v];
        }
      }
    }
    assignClass(Arrays.copyOf(small, count));
  }

  private void separate(Part part) {
    int[] label = VertexSeparator.of(part.graph(), random);
    int[][] groups = groups(label, 3);
    if (groups[0].length == 0 || groups[1].length == 0) {
      assignClass(part.vertices());
    } else {
      assignClass(chosen(part.vertices(), groups[SeparatorRefinement.SEPARATOR]));
      push(part.graph(), part.vertices(), groups[0]);
      push(part.graph(), part.vertices(), groups[1]);
    }
  }

  private void assignClass(int[] vertices) {
    lowestClass--;
    for (int v : vertices) {
      constraint[v] = lowestClass;
    }
  }

  /**
   * Pushes the subgraph induced by some members of a graph.
   *
   * @param vertices the vertex of the whole graph each vertex of the graph is; null if the same
   */
  private void push(WeightedGraph graph, int @Nullable [] vertices, int[] members) {
    int[] global = vertices == null ? members : chosen(vertices, members);
    pending.push(new Part(graph.induced(members, numbering), global));
  }

  private static int[] chosen(int[] vertices, int[] members) {
    int[] chosen = new int[members.length];
    for (int k = 0; k < chosen.length; k++) {
      chosen[k] = vertices[members[k]];
    }
    return chosen;
  }

  private static int[][] components(WeightedGraph graph) {
    int n = graph.vertices();
    int[] label = new int[n];
    Arrays.fill(label, -1);
    int[] queue = new int[n];
    int count = 0;
    for (int seed = 0; seed < n; seed++) {
      if (label[seed] < 0) {
        label[seed] = count;
        queue[0] = seed;
        int tail = 1;
        for (int head = 0; head < tail; head++) {
          int v = queue[head];
          for (int p = graph.starts()[v]; p < graph.starts()[v + 1]; p++) {
            int u = graph.neighbours()[p];
            if (label[u] < 0) {
              label[u] = count;
              queue[tail++] = u;
            }
          }
        }
        count++;
      }
    }
    return groups(label, count);
  }

  /** The vertices of each label, in ascending order. */
  private static int[][] groups(int[] label, int count) {
    int[] sizes = new int[count];
    for (int l : label) {
      sizes[l]++;
    }
    int[][] groups = new int[count][];
    for (int l = 0; l < count; l++) {
      groups[l] = new int[sizes[l]];
    }
    for (int v = label.length - 1; v >= 0; v--) {
      groups[label[v]][--sizes[label[v]]] = v;
    }
    return groups;
  }
}
