/** Figures as self-contained SVG, tables, and HTML pages that hold both. */
@NullMarked
package org.infimum.plot;

import org.jspecify.annotations.NullMarked;
