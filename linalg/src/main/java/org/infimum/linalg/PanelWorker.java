package org.infimum.linalg;

/** The scratch space of one thread of a supernodal factorization. */
final class PanelWorker {
  /** Local row of each row of the panel at hand; elsewhere stale. */
  final int[] localRow;

  /** Target rows of the update at hand. */
  final int[] targetRows;

  final PanelUpdate update;

  /** Right operands of the updates at hand. */
  final PackedUpdates packs;

  /** The factored square of the panel at hand, packed. */
  final double[] triangle;

  /** Pivots this thread has replaced. */
  int replaced;

  /** The first of them in the permuted order; the largest int if there is none. */
  int firstReplaced;

  /** Flops since the run was last asked whether to stop. */
  double flopsSinceCheckpoint;

  PanelWorker(PanelStructure structure, boolean packs) {
    localRow = new int[structure.dimension];
    targetRows = new int[structure.maxRows];
    update = new PanelUpdate(structure.maxRows, packs);
    this.packs = new PackedUpdates(structure, packs);
    triangle = new double[packs ? PanelUpdate.triangleSize(PanelStructure.MAX_WIDTH) : 0];
  }

  void begin() {
    replaced = 0;
    firstReplaced = Integer.MAX_VALUE;
    flopsSinceCheckpoint = 0.0;
  }
}
