package org.infimum.linalg.random;

import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * An unlimited sequence of random numbers that can be entered at any place: element {@code i}
 * depends on seed, stream number and {@code i} alone. Workers that fill disjoint parts of an array
 * therefore fill it alike, however it is split. Immutable and thread-safe.
 *
 * <p>The bits come from Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2,
 * 3", SC 2011): the key is the seed, the counter holds the place and the stream number, so that
 * streams of one seed never overlap. A stream has 2^66 words of 32 bits; places are counted in
 * elements of the kind that is drawn, from 0 to 2^63 - 1. The sequences of different kinds share
 * their bits: draw doubles and integers of one stream, and they are correlated; take two streams.
 *
 * <p>All numbers are the same on every machine, with or without the Vector API.
 *
 * @param seed the key of the generator
 * @param number which of the streams of this seed
 */
public record RandomStream(long seed, long number) {
  private static final int CHUNK_GROUPS = 16;

  /** The first stream of a seed. */
  public static RandomStream of(long seed) {
    return new RandomStream(seed, 0);
  }

  /** Another stream of the same seed. */
  public RandomStream stream(long other) {
    return new RandomStream(seed, other);
  }

  /**
   * x[from .. to) := elements {@code at}, {@code at + 1}, ... of the uniform sequence on [0, 1),
   * multiples of 2^-52.
   *
   * @throws IllegalArgumentException if {@code at} is negative
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public void fillUniform(double[] x, int from, int to, long at) {
    StreamKernels kernels = kernels(x.length, from, to, at);
    double[] whole = new double[StreamKernels.PAIRS];
    fill(x, whole, whole.length, from, to, at, kernels, kernels::uniform);
  }

  /** As {@link #fillUniform(double[], int, int, long)}, multiples of 2^-24. */
  public void fillUniform(float[] x, int from, int to, long at) {
    StreamKernels kernels = kernels(x.length, from, to, at);
    float[] whole = new float[StreamKernels.WORDS];
    fill(x, whole, whole.length, from, to, at, kernels, kernels::uniform);
  }

  /**
   * x[from .. to) := elements {@code at}, {@code at + 1}, ... of the standard normal sequence, by
   * the method of Box and Muller; no number exceeds 8.5 in size.
   *
   * @throws IllegalArgumentException if {@code at} is negative
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public void fillGaussian(double[] x, int from, int to, long at) {
    StreamKernels kernels = kernels(x.length, from, to, at);
    double[] whole = new double[StreamKernels.PAIRS];
    fill(x, whole, whole.length, from, to, at, kernels, kernels::gaussian);
  }

  /** As {@link #fillGaussian(double[], int, int, long)}; no number exceeds 6.7 in size. */
  public void fillGaussian(float[] x, int from, int to, long at) {
    StreamKernels kernels = kernels(x.length, from, to, at);
    float[] whole = new float[StreamKernels.WORDS];
    fill(x, whole, whole.length, from, to, at, kernels, kernels::gaussian);
  }

  /**
   * x[from .. to) := elements {@code at}, {@code at + 1}, ... of a sequence of integers in [0,
   * bound), whose probabilities differ from 1 / bound by at most 2^-64.
   *
   * @param bound at least 1
   * @throws IllegalArgumentException if {@code bound < 1} or {@code at} is negative
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public void fillBelow(int bound, int[] x, int from, int to, long at) {
    if (bound < 1) {
      throw new IllegalArgumentException("The bound must be at least 1, not " + bound + ".");
    }
    StreamKernels kernels = kernels(x.length, from, to, at);
    int[] whole = new int[StreamKernels.PAIRS];
    fill(
        x,
        whole,
        whole.length,
        from,
        to,
        at,
        kernels,
        (words, groups, target, place) -> kernels.below(bound, words, groups, target, place));
  }

  /** A generator that draws the 64-bit words of this stream one after the other. */
  public RandomGenerator generator() {
    return new StreamGenerator(this);
  }

  /** The words of group {@code group} of the stream. */
  void group(long group, int[] words) {
    StreamKernelChoice.SCALAR.words(seed, number, group, 1, words);
  }

  private static StreamKernels kernels(int length, int from, int to, long at) {
    Objects.checkFromToIndex(from, to, length);
    if (at < 0) {
      throw new IllegalArgumentException("The place in the stream must not be negative: " + at);
    }
    return StreamKernelChoice.forCount(to - from);
  }

  /** Makes whole groups of elements of the words of as many groups. */
  @FunctionalInterface
  private interface Conversion<A> {
    void convert(int[] words, int groups, A target, int at);
  }

  /**
   * Fills part of an array.
   *
   * @param whole room for one group of elements
   * @param perGroup its length
   */
  private <A> void fill(
      A x,
      A whole,
      int perGroup,
      int from,
      int to,
      long at,
      StreamKernels kernels,
      Conversion<A> conversion) {
    int[] words = new int[Math.min(CHUNK_GROUPS, (to - from) / perGroup + 1) * StreamKernels.WORDS];
    int place = from;
    long element = at;
    while (place < to) {
      int skipped = (int) (element % perGroup);
      int count = to - place;
      if (skipped == 0 && count >= perGroup) {
        int groups = Math.min(words.length / StreamKernels.WORDS, count / perGroup);
        kernels.words(seed, number, element / perGroup, groups, words);
        conversion.convert(words, groups, x, place);
        count = groups * perGroup;
      } else {
        kernels.words(seed, number, element / perGroup, 1, words);
        conversion.convert(words, 1, whole, 0);
        count = Math.min(count, perGroup - skipped);
        System.arraycopy(whole, skipped, x, place, count);
      }
      place += count;
      element += count;
    }
  }
}
