package org.infimum.core;

import java.io.Serializable;

/**
 * The state of an iterative method between two steps: a value that can be kept, saved and compared.
 */
public interface State extends Serializable {
  /** The number of steps taken so far. */
  int iteration();
}
