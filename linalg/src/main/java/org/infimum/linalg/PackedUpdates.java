package org.infimum.linalg;

/**
 * The right operands D Y' of consecutive updates of one panel, packed once and then applied to one
 * block of the panel's rows after another, so that both the operands and the block stay in cache.
 */
final class PackedUpdates {
  /** Doubles packed at a time: a megabyte, half a second-level cache. */
  private static final int CAPACITY = 1 << 17;

  final double[] buffer;

  /** The first update packed and the one after the last. */
  int first;

  int last;

  private final int[] places;

  PackedUpdates(PanelStructure structure, boolean packs) {
    places = new int[mostUpdates(structure)];
    buffer = new double[packs ? room(structure) : 0];
  }

  private static int mostUpdates(PanelStructure structure) {
    int most = 0;
    for (int panel = 0; panel < structure.count; panel++) {
      most = Math.max(most, structure.updateStarts[panel + 1] - structure.updateStarts[panel]);
    }
    return most;
  }

  /** What the updates of a panel need, but no more than fits into cache if one update does. */
  private static int room(PanelStructure structure) {
    long most = 0;
    for (int panel = 0; panel < structure.count && most < CAPACITY; panel++) {
      long sum = 0;
      for (int u = structure.updateStarts[panel]; u < structure.updateStarts[panel + 1]; u++) {
        sum += size(structure, u);
      }
      most = Math.max(most, sum);
    }
    return (int) Math.min(CAPACITY, most);
  }

  private static int size(PanelStructure structure, int u) {
    int columns = structure.updateRowEnd[u] - structure.updateRow[u];
    return PanelUpdate.packedSize(columns, structure.width(structure.updateSource[u]));
  }

  /**
   * Gives the updates of a panel from {@code next} on their places, as many as there is room for.
   *
   * @return the update after the last of them
   */
  int begin(PanelStructure structure, int panel, int next) {
    first = next;
    last = next;
    int used = 0;
    int end = structure.updateStarts[panel + 1];
    while (last < end) {
      int size = size(structure, last);
      if (last > next && used + size > CAPACITY) {
        break;
      }
      places[last - next] = used;
      used += size;
      last++;
    }
    return last;
  }

  /** Where the operand of update {@code u} begins. */
  int at(int u) {
    return places[u - first];
  }
}
