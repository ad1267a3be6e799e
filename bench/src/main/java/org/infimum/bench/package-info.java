/** Benchmarks of the kernels and side-by-side runs against other solvers. */
@NullMarked
package org.infimum.bench;

import org.jspecify.annotations.NullMarked;
