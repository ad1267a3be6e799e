/** Small programs whose whole run is timed beside the launcher's. */
@NullMarked
package org.infimum.bench.cold;

import org.jspecify.annotations.NullMarked;
