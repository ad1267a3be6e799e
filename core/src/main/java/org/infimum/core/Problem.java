package org.infimum.core;

/**
 * Immutable data of one optimization problem, validated when it is built; it knows no algorithm.
 */
public interface Problem {
  /** The problem's name; empty if it has none. */
  String name();
}
