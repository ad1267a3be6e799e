/** Integer engines behind OR-Tools' model builder. */
@NullMarked
package org.infimum.ortools;

import org.jspecify.annotations.NullMarked;
