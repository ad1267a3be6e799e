/** What the kernels know of the machine: its vector registers and its threads. Not exported. */
@NullMarked
package org.infimum.linalg.machine;

import org.jspecify.annotations.NullMarked;
