/**
 * Counter-based random numbers: element {@code i} of a stream is a function of seed, stream number
 * and {@code i} alone, so that any number of threads, in any order, draws the same numbers.
 */
@NullMarked
package org.infimum.linalg.random;

import org.jspecify.annotations.NullMarked;
