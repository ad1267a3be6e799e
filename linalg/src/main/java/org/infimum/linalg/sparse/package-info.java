/** Products with sparse matrices: vectors, other sparse matrices, over several semirings. */
@NullMarked
package org.infimum.linalg.sparse;

import org.jspecify.annotations.NullMarked;
