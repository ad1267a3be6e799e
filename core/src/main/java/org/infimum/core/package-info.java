/**
 * The four nouns of Infimum: a {@code Problem} handed to a {@code Method} in a {@code Run}, giving
 * a {@code Result}.
 */
@NullMarked
package org.infimum.core;

import org.jspecify.annotations.NullMarked;
