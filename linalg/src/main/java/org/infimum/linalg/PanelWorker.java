package org.infimum.linalg;

/** The scratch space of one thread of a supernodal factorization. */
final class PanelWorker {
  /** Local row of each row of the panel at hand; elsewhere stale. */
  final int[] localRow;

  /** Target rows of the update at hand. */
  final int[] targetRows;

  final PanelUpdate update;

  /** Pivots this thread has replaced. */
  int replaced;

  /** Flops since the run was last asked whether to stop. */
  double flopsSinceCheckpoint;

  PanelWorker(PanelStructure structure, boolean packs) {
    localRow = new int[structure.dimension];
    targetRows = new int[structure.maxRows];
    update = new PanelUpdate(structure.maxRows, packs);
  }

  void begin() {
    replaced = 0;
    flopsSinceCheckpoint = 0.0;
  }
}
