/** The command line. */
@NullMarked
package org.infimum.cli;

import org.jspecify.annotations.NullMarked;
