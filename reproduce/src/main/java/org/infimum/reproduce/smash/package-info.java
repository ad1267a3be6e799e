/** Products of sparse matrices beside the algorithms that they are compared with. */
@NullMarked
package org.infimum.reproduce.smash;

import org.jspecify.annotations.NullMarked;
