/**
 * Orthogonal transforms in O(n log n): Walsh-Hadamard, discrete Fourier and cosine. Each class for
 * doubles has a twin for floats.
 */
@NullMarked
package org.infimum.linalg.transform;

import org.jspecify.annotations.NullMarked;
