/**
 * The modelling API: variables, affine blocks, atoms under the rules of disciplined convex
 * programming, and their canonical form as a {@link org.infimum.convex.ConicProgram}.
 */
@NullMarked
package org.infimum.convex.model;

import org.jspecify.annotations.NullMarked;
