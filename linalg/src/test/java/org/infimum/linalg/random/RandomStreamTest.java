package org.infimum.linalg.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.infimum.linalg.machine.Team;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final long SEED = Long.getLong("infimum.seed", 20_240_611L);
  private static final RandomStream STREAM = RandomStream.of(SEED);
  private static final String CONTEXT = "seed " + SEED;

  /** The vectors for philox4x32-10 in the file kat_vectors of the authors' library Random123. */
  @Test
  void theCipherGivesThePublishedAnswers() {
    assertAnswer(0L, 0L, 0L, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    assertAnswer(-1L, -1L, -1L, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    assertAnswer(
        0x85a308d3243f6a88L,
        0x0370734413198a2eL,
        0x299f31d0a4093822L,
        0xd16cfe09,
        0x94fdcceb,
        0x5001e420,
        0x24126ea1);
  }

  private static void assertAnswer(long low, long high, long key, int... expected) {
    int[] words = new int[4];
    Philox.encrypt(low, high, key, words, 0, 1);
    assertArrayEquals(expected, words);
  }

  @Test
  void bothTwinsDrawTheSameBits() {
    Random random = new Random(SEED);
    StreamKernels scalar = StreamKernelChoice.SCALAR;
    StreamKernels vector = StreamKernelChoice.fastest();
    int groups = 40;
    int[] words = new int[groups * StreamKernels.WORDS];
    int[] again = new int[words.length];
    for (int trial = 0; trial < 20; trial++) {
      long key = random.nextLong();
      long group = trial == 0 ? (1L << 28) - 3 : random.nextLong() >>> 6;
      scalar.words(key, trial, group, groups, words);
      vector.words(key, trial, group, groups, again);
      assertArrayEquals(words, again, CONTEXT);
      double[] x = new double[groups * StreamKernels.PAIRS];
      double[] y = new double[x.length];
      scalar.uniform(words, groups, x, 0);
      vector.uniform(words, groups, y, 0);
      assertArrayEquals(x, y, CONTEXT);
      scalar.gaussian(words, groups, x, 0);
      vector.gaussian(words, groups, y, 0);
      assertArrayEquals(x, y, CONTEXT);
      float[] u = new float[words.length];
      float[] v = new float[words.length];
      scalar.uniform(words, groups, u, 0);
      vector.uniform(words, groups, v, 0);
      assertArrayEquals(u, v, CONTEXT);
      scalar.gaussian(words, groups, u, 0);
      vector.gaussian(words, groups, v, 0);
      assertArrayEquals(u, v, CONTEXT);
      int[] m = new int[x.length];
      int[] n = new int[x.length];
      int bound = 1 + random.nextInt(Integer.MAX_VALUE);
      scalar.below(bound, words, groups, m, 0);
      vector.below(bound, words, groups, n, 0);
      assertArrayEquals(m, n, CONTEXT);
    }
  }

  @Test
  void anyPartOfAStreamEqualsThatPartOfTheWhole() {
    Random random = new Random(SEED);
    int length = 9000;
    double[] doubles = new double[length];
    float[] floats = new float[length];
    int[] ints = new int[length];
    double[] uniforms = new double[length];
    float[] uniformFloats = new float[length];
    STREAM.fillGaussian(doubles, 0, length, 5);
    STREAM.fillGaussian(floats, 0, length, 5);
    STREAM.fillBelow(1000, ints, 0, length, 5);
    STREAM.fillUniform(uniforms, 0, length, 5);
    STREAM.fillUniform(uniformFloats, 0, length, 5);
    for (int trial = 0; trial < 100; trial++) {
      int from = random.nextInt(length);
      int to = from + random.nextInt(length - from);
      double[] part = doubles.clone();
      Arrays.fill(part, from, to, Double.NaN);
      STREAM.fillGaussian(part, from, to, 5L + from);
      assertArrayEquals(doubles, part, CONTEXT);
      STREAM.fillUniform(part, from, to, 5L + from);
      assertArrayEquals(
          Arrays.copyOfRange(uniforms, from, to), Arrays.copyOfRange(part, from, to), CONTEXT);
      float[] partFloats = floats.clone();
      Arrays.fill(partFloats, from, to, Float.NaN);
      STREAM.fillGaussian(partFloats, from, to, 5L + from);
      assertArrayEquals(floats, partFloats, CONTEXT);
      STREAM.fillUniform(partFloats, from, to, 5L + from);
      assertArrayEquals(
          Arrays.copyOfRange(uniformFloats, from, to),
          Arrays.copyOfRange(partFloats, from, to),
          CONTEXT);
      int[] partInts = ints.clone();
      Arrays.fill(partInts, from, to, -1);
      STREAM.fillBelow(1000, partInts, from, to, 5L + from);
      assertArrayEquals(ints, partInts, CONTEXT);
    }
  }

  @Test
  void threadsDrawWhatOneThreadDraws() {
    int length = 100_003;
    double[] alone = new double[length];
    STREAM.fillGaussian(alone, 0, length, 0);
    double[] shared = new double[length];
    int piece = 7001;
    new Team(3)
        .forEach(
            (length + piece - 1) / piece,
            (index, worker) -> {
              int from = index * piece;
              STREAM.fillGaussian(shared, from, Math.min(length, from + piece), from);
            });
    assertArrayEquals(alone, shared);
  }

  /** Mean, variance, third and fourth moment within five standard errors. */
  @Test
  void gaussiansHaveTheMomentsOfTheNormalDistribution() {
    int n = 200_000;
    double[] x = new double[n];
    STREAM.fillGaussian(x, 0, n, 0);
    assertNormal(x);
    float[] y = new float[n];
    STREAM.fillGaussian(y, 0, n, 0);
    for (int i = 0; i < n; i++) {
      x[i] = y[i];
    }
    assertNormal(x);
  }

  private static void assertNormal(double[] x) {
    double[] moment = new double[5];
    for (double value : x) {
      double power = 1.0;
      for (int k = 1; k <= 4; k++) {
        power *= value;
        moment[k] += power / x.length;
      }
    }
    double error = 5.0 / Math.sqrt(x.length);
    assertEquals(0.0, moment[1], error, CONTEXT);
    assertEquals(1.0, moment[2], error * Math.sqrt(2.0), CONTEXT);
    assertEquals(0.0, moment[3], error * Math.sqrt(15.0), CONTEXT);
    assertEquals(3.0, moment[4], error * Math.sqrt(96.0), CONTEXT);
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    // Quantiles of the normal distribution at 0.1 %, 10 %, 50 % and 97.5 %.
    assertEquals(-3.090232, sorted[(int) (0.001 * x.length)], 0.12, CONTEXT);
    assertEquals(-1.281552, sorted[(int) (0.1 * x.length)], 0.02, CONTEXT);
    assertEquals(0.0, sorted[x.length / 2], 0.015, CONTEXT);
    assertEquals(1.959964, sorted[(int) (0.975 * x.length)], 0.035, CONTEXT);
  }

  /** The polynomials against StrictMath: a few units in the last place. */
  @Test
  void radiusAndDirectionAreAccurate() {
    Random random = new Random(SEED);
    double[] x = new double[2];
    float[] y = new float[2];
    for (int trial = 0; trial < 100_000; trial++) {
      double u = trial == 0 ? 1.0 : trial == 1 ? 0x1p-52 : 1.0 - random.nextDouble();
      if (trial % 5 == 4) {
        u = 1.0 - trial * 0x1p-50;
      }
      double radius = Math.sqrt(-2.0 * StrictMath.log(u));
      assertEquals(radius, BoxMuller.radius(u), 4 * Math.ulp(radius), CONTEXT);
      double turn = (trial % 9 == 0 ? 0.125 * random.nextInt(8) : random.nextDouble());
      turn = Math.floor(turn * 0x1p52) * 0x1p-52;
      BoxMuller.rotate(1.0, turn, x, 0, 1);
      double angle = 2.0 * Math.PI * turn;
      assertEquals(StrictMath.cos(angle), x[0], 2e-15, CONTEXT);
      assertEquals(StrictMath.sin(angle), x[1], 2e-15, CONTEXT);
      float narrow = Math.max(0x1p-32f, (float) u);
      double expected = Math.sqrt(-2.0 * StrictMath.log(narrow));
      assertEquals(expected, BoxMuller.radius(narrow), 4e-7 * expected, CONTEXT);
      float narrowTurn = (float) (Math.floor(turn * 0x1p24) * 0x1p-24);
      BoxMuller.rotate(1.0f, narrowTurn, y, 0, 1);
      assertEquals(StrictMath.cos(2.0 * Math.PI * narrowTurn), y[0], 3e-7, CONTEXT);
      assertEquals(StrictMath.sin(2.0 * Math.PI * narrowTurn), y[1], 3e-7, CONTEXT);
    }
  }

  /** Chi-square of 64 cells below its 99.999 % point for each kind of uniform numbers. */
  @Test
  void uniformsFillTheirCellsEvenly() {
    int n = 640_000;
    double[] doubles = new double[n];
    float[] floats = new float[n];
    int[] ints = new int[n];
    STREAM.fillUniform(doubles, 0, n, 0);
    STREAM.fillUniform(floats, 0, n, 0);
    STREAM.fillBelow(64, ints, 0, n, 0);
    int[][] cells = new int[3][64];
    for (int i = 0; i < n; i++) {
      assertTrue(doubles[i] >= 0.0 && doubles[i] < 1.0 && floats[i] >= 0.0f && floats[i] < 1.0f);
      cells[0][(int) (doubles[i] * 64)]++;
      cells[1][(int) (floats[i] * 64)]++;
      cells[2][ints[i]]++;
    }
    for (int[] counts : cells) {
      double chiSquare = 0.0;
      for (int count : counts) {
        chiSquare += (count - n / 64.0) * (count - n / 64.0) / (n / 64.0);
      }
      assertTrue(chiSquare < 125.0, "chi-square " + chiSquare + ", " + CONTEXT);
    }
  }

  @Test
  void streamsAndSeedsDiffer() {
    double[] first = new double[64];
    double[] second = new double[64];
    STREAM.fillUniform(first, 0, 64, 0);
    STREAM.stream(1).fillUniform(second, 0, 64, 0);
    assertNotEquals(first[0], second[0]);
    RandomStream.of(SEED + 1).fillUniform(second, 0, 64, 0);
    assertNotEquals(first[0], second[0]);
  }

  @Test
  void theGeneratorDrawsTheWordsInOrder() {
    RandomGenerator generator = STREAM.generator();
    double[] x = new double[1000];
    STREAM.fillUniform(x, 0, x.length, 0);
    for (double expected : x) {
      assertEquals(expected, (generator.nextLong() >>> 12) * 0x1p-52);
    }
  }

  @Test
  void badArgumentsAreRefused() {
    int[] x = new int[4];
    assertThrows(IllegalArgumentException.class, () -> STREAM.fillBelow(0, x, 0, 4, 0));
    assertThrows(IllegalArgumentException.class, () -> STREAM.fillBelow(2, x, 0, 4, -1));
    assertThrows(IndexOutOfBoundsException.class, () -> STREAM.fillBelow(2, x, 0, 5, 0));
  }
}
