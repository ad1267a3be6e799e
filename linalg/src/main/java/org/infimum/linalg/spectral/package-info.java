/**
 * Eigenvalues, singular values and functions of dense matrices, column-major in primitive arrays.
 * Every result has the same bits on any number of threads.
 */
@NullMarked
package org.infimum.linalg.spectral;

import org.jspecify.annotations.NullMarked;
