/**
 * The engine of {@code infimum check}: reads a problem with a reader of its own, takes a claimed
 * solution or certificate by name and reports what holds. Nothing here is shared with the solvers
 * or with the readers in {@code org.infimum.convex.io}; the code is plain on purpose.
 */
@NullMarked
package org.infimum.convex.verify;

import org.jspecify.annotations.NullMarked;
