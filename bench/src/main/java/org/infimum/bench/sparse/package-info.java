/** Sparse factorizations and products beside CHOLMOD and SciPy. */
@NullMarked
package org.infimum.bench.sparse;

import org.jspecify.annotations.NullMarked;
