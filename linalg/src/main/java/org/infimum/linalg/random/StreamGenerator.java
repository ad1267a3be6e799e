package org.infimum.linalg.random;

import java.util.random.RandomGenerator;

/** The words of a stream in order, for code that asks for one number at a time. */
final class StreamGenerator implements RandomGenerator {
  private final RandomStream stream;
  private final int[] words = new int[StreamKernels.WORDS];
  private long group;
  private int next = StreamKernels.WORDS;

  StreamGenerator(RandomStream stream) {
    this.stream = stream;
  }

  @Override
  public long nextLong() {
    if (next == StreamKernels.WORDS) {
      stream.group(group++, words);
      next = 0;
    }
    long bits = (words[next] & Philox.LOW) | (long) words[next + 1] << 32;
    next += 2;
    return bits;
  }
}
