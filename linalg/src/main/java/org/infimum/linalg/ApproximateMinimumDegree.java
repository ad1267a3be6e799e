package org.infimum.linalg;

import java.util.Arrays;

/**
 * Approximate minimum degree on the quotient graph: P. R. Amestoy, T. A. Davis, I. S. Duff, "An
 * approximate minimum degree ordering algorithm", SIAM J. Matrix Anal. Appl. 17 (1996) 886-905 (the
 * equation and section numbers below are theirs), with constraint classes as in CAMD (Davis): all
 * vertices of class c are ordered before those of class c + 1, and the later ones take part in the
 * degrees meanwhile. Nested dissection orders its parts and separators that way, so the parts see
 * their halo.
 *
 * <p>A node is a <em>variable</em> (not ordered yet; it stands for all the indistinguishable
 * vertices merged into it), an <em>element</em> (a pivot; its list is the pattern of its column of
 * L), or dead. The list of a variable holds first its elements, then its variables. All lists share
 * one array; the list of a new element is written behind the last one, and the array is compacted
 * when it is full.
 */
final class ApproximateMinimumDegree {
  private static final int NONE = -1;

  private final int n;

  /** Lists of all live nodes; {@link #free} is the first unused slot. */
  private final int[] lists;

  private int free;

  /** First slot of a live node's list; {@code flip(parent)} in the assembly tree of a dead one. */
  private final int[] start;

  private final int[] length;

  /** Number of elements at the head of a variable's list; undefined for other nodes. */
  private final int[] elements;

  /**
   * Vertices a variable stands for, or a pivot eliminates; 0 once merged or eliminated into another
   * node. Negative for the variables of the element under construction.
   */
  private final int[] weight;

  /** Approximate external degree of a variable, weighted size of an element's list. */
  private final int[] degree;

  /**
   * Of an element: 0 when dead, else {@code mark - base} is |Le \ Lme| in the scan that set it. Of
   * a variable: equals the base when it is in the list that is being compared.
   */
  private final int[] mark;

  private int markBase = 1;
  private int largestElement;

  private final int[] degreeHead;
  private final int[] next;
  private final int[] previous;
  private int leastDegree;

  /** Heads of the hash buckets; a bucket is linked by {@link #next}. */
  private final int[] hashHead;

  private final int[] constraint;
  private int currentClass;
  private int ordered;

  private ApproximateMinimumDegree(SymmetricGraph graph, int[] constraint) {
    n = graph.vertices();
    this.constraint = constraint;
    int[] neighbours = graph.neighbours();
    free = neighbours.length;
    lists = Arrays.copyOf(neighbours, Math.addExact(free, free / 5 + n + 1));
    start = Arrays.copyOf(graph.starts(), n);
    length = new int[n];
    for (int i = 0; i < n; i++) {
      length[i] = graph.degree(i);
    }
    degree = length.clone();
    elements = new int[n];
    weight = filled(n, 1);
    mark = filled(n, 1);
    degreeHead = filled(n, NONE);
    hashHead = filled(n, NONE);
    next = filled(n, NONE);
    previous = filled(n, NONE);
  }

  /** An elimination order of the graph; element k is the vertex of pivot k. */
  static int[] order(SymmetricGraph graph) {
    return order(graph, new int[graph.vertices()]);
  }

  /**
   * An elimination order that respects classes up to a reordering of equal fill (the assembly tree
   * is put into postorder at the end).
   *
   * @param constraint class of each vertex, 0 and up; a class may be empty
   */
  static int[] order(SymmetricGraph graph, int[] constraint) {
    return new ApproximateMinimumDegree(graph, constraint).order();
  }

  private int[] order() {
    int[] dense = deferDenseVertices();
    int[][] classes = membersOfClasses();
    for (currentClass = 0; currentClass < classes.length; currentClass++) {
      int target = ordered;
      leastDegree = 0;
      for (int i : classes[currentClass]) {
        if (weight[i] > 0) {
          target += weight[i];
          enlist(i, degree[i]);
        }
      }
      while (ordered < target) {
        eliminate(nextPivot());
      }
    }
    return postorder(dense);
  }

  /** Takes nearly full rows out of the graph (section 3.5.1: they are ordered last). */
  private int[] deferDenseVertices() {
    int threshold = SymmetricGraph.denseDegree(n);
    int[] dense = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (degree[i] > threshold) {
        dense[count++] = i;
        weight[i] = 0;
        start[i] = flip(NONE);
        ordered++;
      }
    }
    return Arrays.copyOf(dense, count);
  }

  private int[][] membersOfClasses() {
    int count = 0;
    for (int c : constraint) {
      count = Math.max(count, c + 1);
    }
    int[] sizes = new int[count];
    for (int c : constraint) {
      sizes[c]++;
    }
    int[][] members = new int[count][];
    for (int c = 0; c < count; c++) {
      members[c] = new int[sizes[c]];
    }
    for (int i = n - 1; i >= 0; i--) {
      int c = constraint[i];
      members[c][--sizes[c]] = i;
    }
    return members;
  }

  private void enlist(int i, int d) {
    int head = degreeHead[d];
    if (head != NONE) {
      previous[head] = i;
    }
    next[i] = head;
    previous[i] = NONE;
    degreeHead[d] = i;
    leastDegree = Math.min(leastDegree, d);
  }

  private void delist(int i) {
    if (constraint[i] != currentClass) {
      return;
    }
    int after = next[i];
    int before = previous[i];
    if (after != NONE) {
      previous[after] = before;
    }
    if (before != NONE) {
      next[before] = after;
    } else {
      degreeHead[degree[i]] = after;
    }
  }

  private int nextPivot() {
    while (degreeHead[leastDegree] == NONE) {
      leastDegree++;
    }
    int pivot = degreeHead[leastDegree];
    int after = next[pivot];
    if (after != NONE) {
      previous[after] = NONE;
    }
    degreeHead[leastDegree] = after;
    return pivot;
  }

  private void eliminate(int pivot) {
    int pivotWeight = weight[pivot];
    ordered += pivotWeight;
    weight[pivot] = -pivotWeight;
    boolean inPlace = elements[pivot] == 0;
    if (inPlace) {
      formElementInPlace(pivot);
    } else {
      formElement(pivot);
    }
    advanceMarks(0);
    measureElements(pivot);
    pivotWeight += updateVariables(pivot);
    advanceMarks(largestElement);
    mergeIndistinguishable(pivot);
    finishElement(pivot, pivotWeight, inPlace);
  }

  /** A pivot without elements: its list, less the dead, is the element. */
  private void formElementInPlace(int pivot) {
    int[] lists = this.lists;
    int begin = start[pivot];
    int end = begin + length[pivot];
    int kept = begin;
    int size = 0;
    for (int p = begin; p < end; p++) {
      int i = lists[p];
      int w = weight[i];
      if (w > 0) {
        size += w;
        weight[i] = -w;
        lists[kept++] = i;
        delist(i);
      }
    }
    degree[pivot] = size;
    length[pivot] = kept - begin;
  }

  /** Lme = (Ap and the union of Le over the pivot's elements) \ {pivot}; those elements die. */
  private void formElement(int pivot) {
    int[] lists = this.lists;
    int[] weight = this.weight;
    int elementsLeft = elements[pivot];
    int ownVariables = length[pivot] - elementsLeft;
    int begin = free;
    int at = start[pivot];
    int size = 0;
    for (int source = 0; source <= elementsLeft; source++) {
      boolean own = source == elementsLeft;
      int e = own ? pivot : lists[at++];
      int p = own ? at : start[e];
      int count = own ? ownVariables : length[e];
      for (int k = 1; k <= count; k++) {
        int i = lists[p++];
        int w = weight[i];
        if (w > 0) {
          if (free == lists.length) {
            if (!own) {
              start[pivot] = at;
              length[pivot] = elementsLeft - source - 1 + ownVariables;
            }
            start[e] = p;
            length[e] = count - k;
            begin = compact(begin);
            at = start[pivot];
            p = start[e];
          }
          size += w;
          weight[i] = -w;
          lists[free++] = i;
          delist(i);
        }
      }
      if (!own) {
        start[e] = flip(pivot);
        mark[e] = 0;
      }
    }
    degree[pivot] = size;
    start[pivot] = begin;
    length[pivot] = free - begin;
  }

  /**
   * Moves all live lists to the front, and the element under construction behind them.
   *
   * @param unfinished first slot of that element
   * @return its new first slot
   */
  private int compact(int unfinished) {
    int[] lists = this.lists;
    for (int j = 0; j < n; j++) {
      if (start[j] >= 0 && length[j] > 0) {
        int first = start[j];
        start[j] = lists[first];
        lists[first] = flip(j);
      }
    }
    int to = 0;
    for (int from = 0; from < unfinished; ) {
      int j = flip(lists[from++]);
      if (j >= 0) {
        lists[to] = start[j];
        start[j] = to++;
        for (int k = 1; k < length[j]; k++) {
          lists[to++] = lists[from++];
        }
      }
    }
    int moved = free - unfinished;
    System.arraycopy(lists, unfinished, lists, to, moved);
    free = to + moved;
    return to;
  }

  private void advanceMarks(int by) {
    markBase += by;
    if (markBase < 2 || markBase > Integer.MAX_VALUE - 2 * n) {
      for (int i = 0; i < n; i++) {
        if (mark[i] != 0) {
          mark[i] = 1;
        }
      }
      markBase = 2;
    }
  }

  /** Algorithm 2: afterwards {@code mark[e] - markBase} is |Le \ Lme| for every e next to Lme. */
  private void measureElements(int pivot) {
    int[] lists = this.lists;
    int[] mark = this.mark;
    int base = markBase;
    int end = start[pivot] + length[pivot];
    for (int q = start[pivot]; q < end; q++) {
      int i = lists[q];
      int count = elements[i];
      if (count > 0) {
        int w = -weight[i];
        int begin = start[i];
        for (int p = begin; p < begin + count; p++) {
          int e = lists[p];
          int m = mark[e];
          if (m >= base) {
            mark[e] = m - w;
          } else if (m != 0) {
            mark[e] = degree[e] + base - w;
          }
        }
      }
    }
  }

  /**
   * For each variable of the new element: prunes its list, absorbs elements that lie within the new
   * one (aggressive absorption, section 3.2), bounds its external degree (equation 4) and files it
   * under its hash; a variable next to nothing but the new element is eliminated with the pivot.
   *
   * @return how many vertices were eliminated that way
   */
  private int updateVariables(int pivot) {
    int[] lists = this.lists;
    int[] mark = this.mark;
    int[] weight = this.weight;
    int base = markBase;
    int eliminated = 0;
    int end = start[pivot] + length[pivot];
    for (int q = start[pivot]; q < end; q++) {
      int i = lists[q];
      int begin = start[i];
      int elementsEnd = begin + elements[i];
      int listEnd = begin + length[i];
      int kept = begin;
      int hash = 0;
      int external = 0;
      for (int p = begin; p < elementsEnd; p++) {
        int e = lists[p];
        int m = mark[e];
        if (m > base) {
          external += m - base;
          lists[kept++] = e;
          hash += e;
        } else if (m != 0) {
          start[e] = flip(pivot);
          mark[e] = 0;
        }
      }
      int elementsKept = kept - begin;
      for (int p = elementsEnd; p < listEnd; p++) {
        int j = lists[p];
        int w = weight[j];
        if (w > 0) {
          external += w;
          lists[kept++] = j;
          hash += j;
        }
      }
      if (kept == begin && constraint[i] == currentClass) {
        start[i] = flip(pivot);
        eliminated -= weight[i];
        weight[i] = 0;
      } else {
        degree[i] = Math.min(degree[i], external);
        lists[kept] = lists[begin + elementsKept];
        lists[begin + elementsKept] = lists[begin];
        lists[begin] = pivot;
        elements[i] = elementsKept + 1;
        length[i] = kept - begin + 1;
        int bucket = (hash & Integer.MAX_VALUE) % n;
        next[i] = hashHead[bucket];
        hashHead[bucket] = i;
        previous[i] = bucket;
      }
    }
    degree[pivot] -= eliminated;
    ordered += eliminated;
    largestElement = Math.max(largestElement, degree[pivot]);
    return eliminated;
  }

  /** Merges variables of the new element whose lists are equal (supervariables, section 2.3). */
  private void mergeIndistinguishable(int pivot) {
    int end = start[pivot] + length[pivot];
    for (int q = start[pivot]; q < end; q++) {
      int first = lists[q];
      if (weight[first] < 0) {
        int bucket = previous[first];
        int i = hashHead[bucket];
        hashHead[bucket] = NONE;
        while (i != NONE && next[i] != NONE) {
          mergeInto(i);
          i = next[i];
        }
      }
    }
  }

  /** Compares the variables behind i in its bucket with i; the equal ones leave the bucket. */
  private void mergeInto(int i) {
    int[] lists = this.lists;
    int[] mark = this.mark;
    int count = length[i];
    int begin = start[i];
    int stamp = markBase;
    for (int p = begin + 1; p < begin + count; p++) {
      mark[lists[p]] = stamp;
    }
    int before = i;
    int j = next[i];
    while (j != NONE) {
      boolean equal =
          length[j] == count && elements[j] == elements[i] && constraint[j] == constraint[i];
      int jEnd = start[j] + count;
      for (int p = start[j] + 1; equal && p < jEnd; p++) {
        equal = mark[lists[p]] == stamp;
      }
      int after = next[j];
      if (equal) {
        start[j] = flip(i);
        weight[i] += weight[j];
        weight[j] = 0;
        next[before] = after;
      } else {
        before = j;
      }
      j = after;
    }
    advanceMarks(1);
  }

  /** Puts the variables of the element back into the degree lists and drops the dead from it. */
  private void finishElement(int pivot, int pivotWeight, boolean inPlace) {
    int begin = start[pivot];
    int end = begin + length[pivot];
    int kept = begin;
    int left = n - ordered;
    for (int q = begin; q < end; q++) {
      int i = lists[q];
      int w = -weight[i];
      if (w > 0) {
        weight[i] = w;
        int d = Math.min(degree[i] + degree[pivot] - w, left - w);
        degree[i] = d;
        if (constraint[i] == currentClass) {
          enlist(i, d);
        }
        lists[kept++] = i;
      }
    }
    weight[pivot] = pivotWeight;
    length[pivot] = kept - begin;
    if (kept == begin) {
      start[pivot] = flip(NONE);
      mark[pivot] = 0;
    }
    if (!inPlace) {
      free = kept;
    }
  }

  /**
   * The postorder of the assembly tree: each pivot behind its child elements and the vertices it
   * eliminates along with itself; the dense vertices last.
   */
  private int[] postorder(int[] dense) {
    int[] child = degreeHead;
    int[] sibling = next;
    Arrays.fill(child, NONE);
    int root = NONE;
    for (int pass = 0; pass < 2; pass++) {
      boolean pivots = pass == 1;
      for (int i = n - 1; i >= 0; i--) {
        if (weight[i] > 0 == pivots) {
          int parent = flip(start[i]);
          if (parent != NONE) {
            sibling[i] = child[parent];
            child[parent] = i;
          } else {
            sibling[i] = root;
            root = i;
          }
        }
      }
    }
    for (int i : dense) {
      mark[i] = -1;
    }
    int[] order = new int[n];
    int count = 0;
    int[] stack = previous;
    for (int tree = root; tree != NONE; tree = sibling[tree]) {
      int depth = 0;
      stack[0] = tree;
      while (depth >= 0) {
        int i = stack[depth];
        if (child[i] != NONE) {
          stack[++depth] = child[i];
          child[i] = sibling[child[i]];
        } else {
          depth--;
          if (mark[i] != -1) {
            order[count++] = i;
          }
        }
      }
    }
    System.arraycopy(dense, 0, order, count, dense.length);
    return order;
  }

  private static int flip(int i) {
    return -i - 2;
  }

  private static int[] filled(int n, int value) {
    int[] array = new int[n];
    Arrays.fill(array, value);
    return array;
  }
}
