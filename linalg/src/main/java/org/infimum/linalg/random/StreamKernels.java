package org.infimum.linalg.random;

/**
 * Words of a stream and what is made of them, in whole groups. The scalar and the vector twin agree
 * to the bit: both do the same IEEE operations on each element.
 *
 * <p>A group is {@link #WORDS} words of 32 bits from {@link #BLOCKS} blocks of the cipher; word
 * {@code 16 w + j} of group g is word w of block {@code 16 g + j}. This order lets a vector hold
 * the same word of adjacent blocks, whatever its width.
 */
interface StreamKernels {
  /** Blocks of the cipher in a group. */
  int BLOCKS = 16;

  /** Words, and floats, in a group. */
  int WORDS = 64;

  /** Doubles, and integers below a bound, in a group: each takes two adjacent words. */
  int PAIRS = 32;

  /** The words of {@code groups} groups from {@code group} on, into {@code words} from 0 on. */
  void words(long seed, long stream, long group, int groups, int[] words);

  /** Doubles in [0, 1), multiples of 2^-52. */
  void uniform(int[] words, int groups, double[] x, int at);

  /** Floats in [0, 1), multiples of 2^-24. */
  void uniform(int[] words, int groups, float[] x, int at);

  /**
   * Standard normal doubles by the method of Box and Muller: uniforms j and 16 + j of a group give
   * the normals j and 16 + j.
   */
  void gaussian(int[] words, int groups, double[] x, int at);

  /** Standard normal floats: words j and 32 + j of a group give the normals j and 32 + j. */
  void gaussian(int[] words, int groups, float[] x, int at);

  /** floor(bound w / 2^64) for each pair w of words. */
  void below(int bound, int[] words, int groups, int[] x, int at);
}
