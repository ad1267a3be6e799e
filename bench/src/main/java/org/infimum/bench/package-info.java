/**
 * Side-by-side runs against peers on the public benchmark sets, ablations, cold starts and JMH
 * benchmarks. {@code docs/benchmarks.md} names the command behind each table.
 */
@NullMarked
package org.infimum.bench;

import org.jspecify.annotations.NullMarked;
