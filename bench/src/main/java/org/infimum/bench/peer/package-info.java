/**
 * The solvers that a side-by-side run compares, each behind {@link
 * org.infimum.bench.peer.Contestant}.
 */
@NullMarked
package org.infimum.bench.peer;

import org.jspecify.annotations.NullMarked;
