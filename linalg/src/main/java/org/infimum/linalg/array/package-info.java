/**
 * Kernels on arrays: products and sums, plain and compensated; the exponential function; the
 * soft-max in one pass; the largest entries; sorting. Each class for doubles has a twin for floats.
 * A result depends on the sizes and on the width of the vectors only, never on the number of
 * threads.
 */
@NullMarked
package org.infimum.linalg.array;

import org.jspecify.annotations.NullMarked;
