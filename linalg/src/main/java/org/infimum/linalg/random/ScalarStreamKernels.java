package org.infimum.linalg.random;

/** The kernels in plain Java. */
final class ScalarStreamKernels implements StreamKernels {
  @Override
  public void words(long seed, long stream, long group, int groups, int[] words) {
    for (int g = 0; g < groups; g++) {
      for (int j = 0; j < BLOCKS; j++) {
        Philox.encrypt((group + g) * BLOCKS + j, stream, seed, words, g * WORDS + j, BLOCKS);
      }
    }
  }

  @Override
  public void uniform(int[] words, int groups, double[] x, int at) {
    for (int i = 0; i < groups * PAIRS; i++) {
      x[at + i] = unit(words, 2 * i) - 1.0;
    }
  }

  @Override
  public void uniform(int[] words, int groups, float[] x, int at) {
    for (int i = 0; i < groups * WORDS; i++) {
      x[at + i] = turn(words[i]);
    }
  }

  @Override
  public void gaussian(int[] words, int groups, double[] x, int at) {
    int gap = PAIRS / 2;
    for (int g = 0; g < groups; g++) {
      for (int j = 0; j < gap; j++) {
        int word = g * WORDS + 2 * j;
        double radius = BoxMuller.radius(2.0 - unit(words, word));
        double turn = unit(words, word + 2 * gap) - 1.0;
        BoxMuller.rotate(radius, turn, x, at + g * PAIRS + j, gap);
      }
    }
  }

  @Override
  public void gaussian(int[] words, int groups, float[] x, int at) {
    int gap = WORDS / 2;
    for (int g = 0; g < groups; g++) {
      for (int j = 0; j < gap; j++) {
        int word = g * WORDS + j;
        float u = Math.fma((float) (words[word] >>> 1), 0x1p-31f, 0x1p-32f);
        BoxMuller.rotate(BoxMuller.radius(u), turn(words[word + gap]), x, at + word, gap);
      }
    }
  }

  @Override
  public void below(int bound, int[] words, int groups, int[] x, int at) {
    for (int i = 0; i < groups * PAIRS; i++) {
      long low = (words[2 * i] & Philox.LOW) * bound >>> 32;
      x[at + i] = (int) ((words[2 * i + 1] & Philox.LOW) * bound + low >>> 32);
    }
  }

  /** The double in [1, 2) of the words at {@code at}, the low half first. */
  private static double unit(int[] words, int at) {
    long bits = (words[at] & Philox.LOW) | (long) words[at + 1] << 32;
    return Double.longBitsToDouble(bits >>> 12 | BoxMuller.ONE_BITS);
  }

  private static float turn(int word) {
    return (word >>> 8) * 0x1p-24f;
  }
}
