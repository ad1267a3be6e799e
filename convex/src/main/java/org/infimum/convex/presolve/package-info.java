/** Presolve of linear and convex quadratic programs with primal and dual postsolve. */
@NullMarked
package org.infimum.convex.presolve;

import org.jspecify.annotations.NullMarked;
