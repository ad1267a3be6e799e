package org.infimum.convex.io;

import org.jspecify.annotations.Nullable;

/** The sections of an MPS file. */
enum MpsSection {
  NAME(0, "name"),
  OBJSENSE(1, "objsense"),
  OBJNAME(1, "objname", "object"),
  ROWS(2, "rows"),
  COLUMNS(3, "columns"),
  RHS(4, "rhs"),
  RANGES(5, "ranges"),
  BOUNDS(6, "bounds"),
  QUADOBJ(MpsSection.BEHIND_COLUMNS, "quadobj", "qsection"),
  QMATRIX(MpsSection.BEHIND_COLUMNS, "qmatrix"),
  QCMATRIX(MpsSection.BEHIND_COLUMNS, "qcmatrix"),
  ENDATA(7, "endata");

  private static final int BEHIND_COLUMNS = -2;
  private static final int NOTHING_YET = -1;

  private static final MpsSection[] ALL = values();

  /** Sections must come in ascending rank. */
  private final int rank;

  @SuppressWarnings("ImmutableEnumChecker") // never written to
  private final String[] keywords;

  MpsSection(int rank, String... keywords) {
    this.rank = rank;
    this.keywords = keywords;
  }

  /**
   * Whether the section may come when {@code latest} is the ranked section read before it.
   * Quadratic terms may stand anywhere behind COLUMNS: the dialects disagree on their place.
   */
  boolean mayFollow(@Nullable MpsSection latest) {
    int before = latest == null ? NOTHING_YET : latest.rank;
    if (isQuadratic()) {
      return before >= COLUMNS.rank;
    }
    boolean ascends = rank > before || (rank == OBJSENSE.rank && before == rank);
    boolean complete = rank <= ROWS.rank || before >= Math.min(rank - 1, COLUMNS.rank);
    return ascends && complete;
  }

  boolean isQuadratic() {
    return rank == BEHIND_COLUMNS;
  }

  /** The section that the keyword names, letters in any case, or null. */
  static @Nullable MpsSection of(byte[] bytes, int from, int to) {
    for (MpsSection section : ALL) {
      for (String keyword : section.keywords) {
        if (Text.equalsIgnoreCase(bytes, from, to, keyword)) {
          return section;
        }
      }
    }
    return null;
  }
}
