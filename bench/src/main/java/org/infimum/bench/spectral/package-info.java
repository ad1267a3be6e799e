/** The eigenvalue and singular value decompositions of Infimum and its peers, to be measured. */
@NullMarked
package org.infimum.bench.spectral;

import org.jspecify.annotations.NullMarked;
