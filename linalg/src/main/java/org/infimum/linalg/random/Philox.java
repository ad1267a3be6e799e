package org.infimum.linalg.random;

/**
 * The counter-based generator Philox 4x32 with ten rounds (Salmon, Moraes, Dror and Shaw, "Parallel
 * random numbers: as easy as 1, 2, 3", SC 2011, section 3.3): a bijection of 128-bit counters for
 * each 64-bit key.
 */
final class Philox {
  static final int ROUNDS = 10;
  static final long MULTIPLIER_0 = 0xD2511F53L;
  static final long MULTIPLIER_1 = 0xCD9E8D57L;

  /** Added to the halves of the key in each round (a Weyl sequence). */
  static final int WEYL_0 = 0x9E3779B9;

  static final int WEYL_1 = 0xBB67AE85;

  static final long LOW = 0xFFFFFFFFL;

  private Philox() {}

  /**
   * Encrypts one counter.
   *
   * @param low words 0 and 1 of the counter, word 0 in the low half
   * @param high words 2 and 3 of the counter
   * @param key both words of the key, word 0 in the low half
   * @param out receives the four words at {@code at}, {@code at + stride}, ...
   */
  static void encrypt(long low, long high, long key, int[] out, int at, int stride) {
    int c0 = (int) low;
    int c1 = (int) (low >>> 32);
    int c2 = (int) high;
    int c3 = (int) (high >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = MULTIPLIER_0 * (c0 & LOW);
      long p1 = MULTIPLIER_1 * (c2 & LOW);
      c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      c1 = (int) p1;
      c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c3 = (int) p0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    out[at] = c0;
    out[at + stride] = c1;
    out[at + 2 * stride] = c2;
    out[at + 3 * stride] = c3;
  }
}
