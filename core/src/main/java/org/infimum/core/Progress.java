package org.infimum.core;

/** One event of a running method; each method documents the records it sends. */
public interface Progress {
  /** Iteration the event belongs to, from 0. */
  int iteration();

  /** Seconds since the run started. */
  double seconds();
}
