/** Dense and sparse kernels and factorizations on primitive arrays, each with a scalar twin. */
@NullMarked
package org.infimum.linalg;

import org.jspecify.annotations.NullMarked;
