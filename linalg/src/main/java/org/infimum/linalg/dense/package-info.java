/**
 * Dense linear algebra on column-major arrays with an offset and a leading dimension: products,
 * triangular solutions and factorizations, in {@code double} and, generated from the same sources,
 * in {@code float}. Results do not depend on the number of threads.
 */
@NullMarked
package org.infimum.linalg.dense;

import org.jspecify.annotations.NullMarked;
