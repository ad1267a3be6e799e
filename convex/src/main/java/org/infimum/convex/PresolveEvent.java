package org.infimum.convex;

import org.infimum.core.Progress;

/**
 * Sent once, before the first iteration, if presolve ran.
 *
 * @param summary rows, columns and nonzeros before and after, in one line
 * @param seconds seconds since the run started
 */
public record PresolveEvent(String summary, double seconds) implements Progress {
  @Override
  public int iteration() {
    return 0;
  }
}
