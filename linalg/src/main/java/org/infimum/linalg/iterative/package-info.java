/**
 * Krylov subspace methods for linear systems and least squares on a {@link
 * org.infimum.linalg.LinearOperator}, and preconditioners for them.
 */
@NullMarked
package org.infimum.linalg.iterative;

import org.jspecify.annotations.NullMarked;
