package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections of a CBF file: first what there is, then the numbers. */
enum CbfSection {
  VER(false),
  POWCONES(false, "POWCONES"),
  POWSTARCONES(false, "POW*CONES"),
  OBJSENSE(false),
  PSDVAR(false),
  VAR(false),
  INT(false),
  PSDCON(false),
  CON(false),
  OBJFCOORD(true),
  OBJACOORD(true),
  OBJBCOORD(true),
  FCOORD(true),
  ACOORD(true),
  BCOORD(true),
  HCOORD(true),
  DCOORD(true),
  CHANGE(true);

  private static final CbfSection[] ALL = values();

  private final boolean isData;
  private final String keyword;

  CbfSection(boolean isData) {
    this.isData = isData;
    this.keyword = name();
  }

  CbfSection(boolean isData, String keyword) {
    this.isData = isData;
    this.keyword = keyword;
  }

  /** Whether the section has numbers, which need all sections of the other kind before them. */
  boolean isData() {
    return isData;
  }

  @Override
  public String toString() {
    return keyword;
  }

  static @Nullable CbfSection of(String word) {
    for (CbfSection section : ALL) {
      if (section.keyword.equals(word)) {
        return section;
      }
    }
    return null;
  }

  /** All keywords, for messages. */
  static String keywords() {
    List<String> words = new ArrayList<>();
    for (CbfSection section : ALL) {
      words.add(section.keyword);
    }
    return String.join(", ", words);
  }
}
