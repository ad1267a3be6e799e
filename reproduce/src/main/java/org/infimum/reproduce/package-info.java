/**
 * The headline claims of the papers behind Infimum, each run again at the size of a small machine.
 * An {@link org.infimum.reproduce.Experiment} measures one claim; its {@link
 * org.infimum.reproduce.Outcome} says whether the claim holds here, and why if it does not.
 */
@NullMarked
package org.infimum.reproduce;

import org.jspecify.annotations.NullMarked;
