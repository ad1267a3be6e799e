/** Problem files: readers and writers of MPS, QPS and CPLEX LP, plain or compressed by gzip. */
@NullMarked
package org.infimum.convex.io;

import org.jspecify.annotations.NullMarked;
