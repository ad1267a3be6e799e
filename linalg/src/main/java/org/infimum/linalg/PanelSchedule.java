package org.infimum.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Splits the forest of panels into disjoint subtrees for several threads and the panels above them.
 * The split only decides who computes what when; it has no influence on the result.
 */
final class PanelSchedule {
  /** Work below this many flops is not worth a second thread. */
  static final double PARALLEL_WORK = 1e6;

  /** Subtrees for each thread, so that the last to finish is not far behind. */
  private static final int SUBTREES_PER_THREAD = 8;

  private final int[] first;
  private final int[] last;
  private final int[] top;

  private PanelSchedule(int[] first, int[] last, int[] top) {
    this.first = first;
    this.last = last;
    this.top = top;
  }

  private record Subtree(int first, int last, double work) {}

  static PanelSchedule of(PanelStructure structure, int threads) {
    int count = structure.count;
    double[] subtreeWork = structure.work.clone();
    int[] firstDescendant = new int[count];
    Arrays.setAll(firstDescendant, s -> s);
    double total = 0.0;
    for (int s = 0; s < count; s++) {
      int up = structure.parent[s];
      if (up == -1) {
        total += subtreeWork[s];
      } else {
        subtreeWork[up] += subtreeWork[s];
        firstDescendant[up] = Math.min(firstDescendant[up], firstDescendant[s]);
      }
    }
    if (threads == 1 || total < 4.0 * PARALLEL_WORK) {
      return new PanelSchedule(new int[0], new int[0], new int[0]);
    }
    double small = Math.max(PARALLEL_WORK, total / (threads * SUBTREES_PER_THREAD));
    boolean[] above = new boolean[count];
    for (int s = 0; s < count; s++) {
      above[s] = subtreeWork[s] > small;
    }
    List<Subtree> subtrees = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      int up = structure.parent[s];
      if (!above[s] && (up == -1 || above[up])) {
        subtrees.add(new Subtree(firstDescendant[s], s, subtreeWork[s]));
      }
    }
    List<Subtree> bundles = bundle(subtrees, small);
    PriorityQueue<Subtree> byWork =
        new PriorityQueue<>(Comparator.comparingDouble(Subtree::work).reversed());
    byWork.addAll(bundles);
    int[] first = new int[bundles.size()];
    int[] last = new int[bundles.size()];
    for (int task = 0; task < first.length; task++) {
      Subtree subtree = byWork.remove();
      first[task] = subtree.first;
      last[task] = subtree.last;
    }
    int[] top = new int[count];
    int topCount = 0;
    for (int s = 0; s < count; s++) {
      if (above[s]) {
        top[topCount++] = s;
      }
    }
    return new PanelSchedule(first, last, Arrays.copyOf(top, topCount));
  }

  /** Joins subtrees of adjacent panels into one task until it holds enough work. */
  private static List<Subtree> bundle(List<Subtree> subtrees, double enough) {
    List<Subtree> bundles = new ArrayList<>();
    for (Subtree next : subtrees) {
      int end = bundles.size() - 1;
      if (end >= 0) {
        Subtree open = bundles.get(end);
        if (open.last + 1 == next.first && open.work + next.work <= enough) {
          bundles.set(end, new Subtree(open.first, next.last, open.work + next.work));
          continue;
        }
      }
      bundles.add(next);
    }
    return bundles;
  }

  /** Whether one thread does everything in order. */
  boolean isSequential() {
    return first.length == 0 && top.length == 0;
  }

  /** Number of subtrees, the largest first. */
  int subtrees() {
    return first.length;
  }

  /** First panel of a subtree. */
  int first(int subtree) {
    return first[subtree];
  }

  /** Last panel of a subtree, its root. */
  int last(int subtree) {
    return last[subtree];
  }

  /** The panels above the subtrees, ascending. */
  int[] top() {
    return top;
  }
}
