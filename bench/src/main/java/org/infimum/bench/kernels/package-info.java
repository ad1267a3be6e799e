/**
 * JMH benchmarks of the kernels on matrices of real problems: {@code infimum bench kernels}. They
 * need the folder of benchmark data.
 */
@NullMarked
package org.infimum.bench.kernels;

import org.jspecify.annotations.NullMarked;
