/** Dense kernels and factorizations side by side with those of peers. */
@NullMarked
package org.infimum.bench.dense;

import org.jspecify.annotations.NullMarked;
