package org.infimum.plot;

/** Something that can be drawn. */
public interface Figure {
  /** What the figure shows, in one line. */
  String title();

  /** The drawing as one self-contained {@code <svg>} element. */
  String svg();
}
