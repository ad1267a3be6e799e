/**
 * Numbers of few bits: floating-point formats of 16 and 8 bits, and matrices of 8- and 4-bit
 * integers with scales, multiplied with vectors and matrices of floats without being expanded in
 * memory.
 */
@NullMarked
package org.infimum.linalg.lowbit;

import org.jspecify.annotations.NullMarked;
