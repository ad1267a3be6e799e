package org.infimum.linalg.dense;

import java.util.Random;

/** Random numbers that a failure can replay. */
final class Seeds {
  private static final long SEED = Long.getLong("infimum.seed", 20_261_121L);

  private Seeds() {}

  static Random random() {
    return new Random(SEED);
  }

  static String replay(String context) {
    return context + "; replay with -Dinfimum.seed=" + SEED;
  }
}
