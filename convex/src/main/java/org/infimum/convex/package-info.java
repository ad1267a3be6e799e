/** Conic programs: the problem, the front door, results with evidence. */
@NullMarked
package org.infimum.convex;

import org.jspecify.annotations.NullMarked;
