/** Complete small programs on the modelling API, each with published data and a plot. */
@NullMarked
package org.infimum.examples;

import org.jspecify.annotations.NullMarked;
