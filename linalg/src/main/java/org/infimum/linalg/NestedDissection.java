package org.infimum.linalg;

/** Nested dissection; for now its one part is the whole graph. */
final class NestedDissection {
  private NestedDissection() {}

  static int[] order(SymmetricGraph graph) {
    return ApproximateMinimumDegree.order(graph);
  }
}
