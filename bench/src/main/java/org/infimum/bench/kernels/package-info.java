/**
 * JMH benchmarks of the kernels: {@code infimum bench kernels}. Those on matrices of real problems
 * need the folder of benchmark data.
 */
@NullMarked
package org.infimum.bench.kernels;

import org.jspecify.annotations.NullMarked;
