/**
 * Products of matrices that are numerically of low rank, through their factors, with a measured
 * error.
 */
@NullMarked
package org.infimum.linalg.lowrank;

import org.jspecify.annotations.NullMarked;
