/**
 * Soft-max, low-bit products and transforms beside their baselines: {@code infimum bench arrays}.
 */
@NullMarked
package org.infimum.bench.arrays;

import org.jspecify.annotations.NullMarked;
