package org.infimum.convex.io;

import org.jspecify.annotations.Nullable;

/** The sections of an MPS file. */
enum MpsSection {
  NAME(0),
  OBJSENSE(1),
  OBJNAME(1),
  ROWS(2),
  COLUMNS(3),
  RHS(4),
  RANGES(5),
  BOUNDS(6),
  QUADOBJ(MpsSection.BEHIND_COLUMNS),
  QMATRIX(MpsSection.BEHIND_COLUMNS),
  ENDATA(7);

  private static final int BEHIND_COLUMNS = -2;
  private static final int NOTHING_YET = -1;

  /** Sections must come in ascending rank. */
  private final int rank;

  MpsSection(int rank) {
    this.rank = rank;
  }

  /**
   * Whether the section may come when {@code latest} is the ranked section read before it. The
   * quadratic term may stand anywhere behind COLUMNS: the dialects disagree on its place.
   */
  boolean mayFollow(@Nullable MpsSection latest) {
    int before = latest == null ? NOTHING_YET : latest.rank;
    if (isQuadratic()) {
      return before >= COLUMNS.rank;
    }
    boolean ascends = rank > before || rank == OBJSENSE.rank && before == rank;
    boolean complete = rank <= ROWS.rank || before >= Math.min(rank - 1, COLUMNS.rank);
    return ascends && complete;
  }

  boolean isQuadratic() {
    return rank == BEHIND_COLUMNS;
  }

  static @Nullable MpsSection of(byte[] bytes, int from, int to) {
    for (MpsSection section : values()) {
      if (is(bytes, from, to, section.name())) {
        return section;
      }
    }
    if (is(bytes, from, to, "QSECTION")) {
      return QUADOBJ;
    }
    return is(bytes, from, to, "OBJECT") ? OBJNAME : null;
  }

  private static boolean is(byte[] bytes, int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      int c = bytes[i];
      if ((c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c) != word.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }
}
