/** The interior-point method on the homogeneous embedding: barriers, Newton system, main loop. */
@NullMarked
package org.infimum.convex.interior;

import org.jspecify.annotations.NullMarked;
