package org.infimum.linalg.random;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.Species;

/**
 * The kernels on the Vector API, for vectors of 4 to 16 integers. Constants are vectors made once:
 * broadcasts would take up what the compiler allows a method to inline.
 */
final class VectorStreamKernels implements StreamKernels {
  private static final VectorSpecies<Integer> INTS = Species.INT;
  private static final VectorSpecies<Long> LONGS = Species.LONG;
  private static final VectorSpecies<Double> DOUBLES = Species.DOUBLE;
  private static final VectorSpecies<Float> FLOATS = Species.FLOAT;
  private static final int LANES = INTS.length();

  private static final DoubleVector L7 = DoubleVector.broadcast(DOUBLES, BoxMuller.L7);
  private static final DoubleVector L6 = DoubleVector.broadcast(DOUBLES, BoxMuller.L6);
  private static final DoubleVector L5 = DoubleVector.broadcast(DOUBLES, BoxMuller.L5);
  private static final DoubleVector L4 = DoubleVector.broadcast(DOUBLES, BoxMuller.L4);
  private static final DoubleVector L3 = DoubleVector.broadcast(DOUBLES, BoxMuller.L3);
  private static final DoubleVector L2 = DoubleVector.broadcast(DOUBLES, BoxMuller.L2);
  private static final DoubleVector L1 = DoubleVector.broadcast(DOUBLES, BoxMuller.L1);
  private static final DoubleVector LN2_HIGH = DoubleVector.broadcast(DOUBLES, BoxMuller.LN2_HIGH);
  private static final DoubleVector ROUND = DoubleVector.broadcast(DOUBLES, BoxMuller.ROUND);
  private static final DoubleVector S6 = DoubleVector.broadcast(DOUBLES, BoxMuller.S6);
  private static final DoubleVector S5 = DoubleVector.broadcast(DOUBLES, BoxMuller.S5);
  private static final DoubleVector S4 = DoubleVector.broadcast(DOUBLES, BoxMuller.S4);
  private static final DoubleVector S3 = DoubleVector.broadcast(DOUBLES, BoxMuller.S3);
  private static final DoubleVector S2 = DoubleVector.broadcast(DOUBLES, BoxMuller.S2);
  private static final DoubleVector S1 = DoubleVector.broadcast(DOUBLES, BoxMuller.S1);
  private static final DoubleVector C6 = DoubleVector.broadcast(DOUBLES, BoxMuller.C6);
  private static final DoubleVector C5 = DoubleVector.broadcast(DOUBLES, BoxMuller.C5);
  private static final DoubleVector C4 = DoubleVector.broadcast(DOUBLES, BoxMuller.C4);
  private static final DoubleVector C3 = DoubleVector.broadcast(DOUBLES, BoxMuller.C3);
  private static final DoubleVector C2 = DoubleVector.broadcast(DOUBLES, BoxMuller.C2);
  private static final DoubleVector C1 = DoubleVector.broadcast(DOUBLES, BoxMuller.C1);
  private static final FloatVector L4_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.L4_FLOAT);
  private static final FloatVector L3_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.L3_FLOAT);
  private static final FloatVector L2_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.L2_FLOAT);
  private static final FloatVector L1_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.L1_FLOAT);
  private static final FloatVector LN2_HIGH_FLOAT =
      FloatVector.broadcast(FLOATS, BoxMuller.LN2_HIGH_FLOAT);
  private static final FloatVector ROUND_FLOAT =
      FloatVector.broadcast(FLOATS, BoxMuller.ROUND_FLOAT);
  private static final FloatVector S3_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.S3_FLOAT);
  private static final FloatVector S2_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.S2_FLOAT);
  private static final FloatVector S1_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.S1_FLOAT);
  private static final FloatVector C3_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.C3_FLOAT);
  private static final FloatVector C2_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.C2_FLOAT);
  private static final FloatVector C1_FLOAT = FloatVector.broadcast(FLOATS, BoxMuller.C1_FLOAT);

  @Override
  public void words(long seed, long stream, long group, int groups, int[] words) {
    for (int g = 0; g < groups; g++) {
      for (int j = 0; j < BLOCKS; j += LANES) {
        encrypt((group + g) * BLOCKS + j, stream, seed, words, g * WORDS + j);
      }
    }
  }

  /** As many blocks as a vector has integers; their numbers differ in the low four bits only. */
  private static void encrypt(long block, long stream, long seed, int[] words, int at) {
    LongVector low = LongVector.broadcast(LONGS, Philox.LOW);
    LongVector m0 = LongVector.broadcast(LONGS, Philox.MULTIPLIER_0);
    LongVector m1 = LongVector.broadcast(LONGS, Philox.MULTIPLIER_1);
    IntVector c0 = IntVector.broadcast(INTS, (int) block).addIndex(1);
    IntVector c1 = IntVector.broadcast(INTS, (int) (block >>> 32));
    IntVector c2 = IntVector.broadcast(INTS, (int) stream);
    IntVector c3 = IntVector.broadcast(INTS, (int) (stream >>> 32));
    int k0 = (int) seed;
    int k1 = (int) (seed >>> 32);
    for (int round = 0; round < Philox.ROUNDS; round++) {
      LongVector x0 = c0.reinterpretAsLongs();
      LongVector even0 = x0.and(low).mul(m0);
      LongVector odd0 = x0.lanewise(VectorOperators.LSHR, 32).mul(m0);
      LongVector x1 = c2.reinterpretAsLongs();
      LongVector even1 = x1.and(low).mul(m1);
      LongVector odd1 = x1.lanewise(VectorOperators.LSHR, 32).mul(m1);
      IntVector high0 =
          even0.lanewise(VectorOperators.LSHR, 32).or(odd0.and(~Philox.LOW)).reinterpretAsInts();
      IntVector high1 =
          even1.lanewise(VectorOperators.LSHR, 32).or(odd1.and(~Philox.LOW)).reinterpretAsInts();
      c0 = high1.lanewise(VectorOperators.XOR, c1).lanewise(VectorOperators.XOR, k0);
      c1 = even1.and(low).or(odd1.lanewise(VectorOperators.LSHL, 32)).reinterpretAsInts();
      c2 = high0.lanewise(VectorOperators.XOR, c3).lanewise(VectorOperators.XOR, k1);
      c3 = even0.and(low).or(odd0.lanewise(VectorOperators.LSHL, 32)).reinterpretAsInts();
      k0 += Philox.WEYL_0;
      k1 += Philox.WEYL_1;
    }
    c0.intoArray(words, at);
    c1.intoArray(words, at + BLOCKS);
    c2.intoArray(words, at + 2 * BLOCKS);
    c3.intoArray(words, at + 3 * BLOCKS);
  }

  @Override
  public void uniform(int[] words, int groups, double[] x, int at) {
    for (int i = 0; i < groups * WORDS; i += LANES) {
      unit(words, i).sub(1.0).intoArray(x, at + i / 2);
    }
  }

  @Override
  public void uniform(int[] words, int groups, float[] x, int at) {
    for (int i = 0; i < groups * WORDS; i += LANES) {
      turn(words, i).intoArray(x, at + i);
    }
  }

  @Override
  public void gaussian(int[] words, int groups, double[] x, int at) {
    int gap = PAIRS / 2;
    for (int g = 0; g < groups; g++) {
      for (int j = 0; j < gap; j += DOUBLES.length()) {
        int target = at + g * PAIRS + j;
        radius(words, g * WORDS + 2 * j, x, target);
        rotate(words, g * WORDS + 2 * (gap + j), x, target, gap);
      }
    }
  }

  @Override
  public void gaussian(int[] words, int groups, float[] x, int at) {
    int gap = WORDS / 2;
    for (int g = 0; g < groups; g++) {
      for (int j = 0; j < gap; j += LANES) {
        int word = g * WORDS + j;
        radius(words, word, x, at + word);
        rotate(words, word + gap, x, at + word, gap);
      }
    }
  }

  @Override
  public void below(int bound, int[] words, int groups, int[] x, int at) {
    LongVector low = LongVector.broadcast(LONGS, Philox.LOW);
    LongVector factor = LongVector.broadcast(LONGS, bound);
    int[] wide = new int[LANES];
    for (int i = 0; i < groups * WORDS; i += LANES) {
      LongVector pair = IntVector.fromArray(INTS, words, i).reinterpretAsLongs();
      LongVector carry = pair.and(low).mul(factor).lanewise(VectorOperators.LSHR, 32);
      pair.lanewise(VectorOperators.LSHR, 32)
          .mul(factor)
          .add(carry)
          .lanewise(VectorOperators.LSHR, 32)
          .reinterpretAsInts()
          .intoArray(wide, 0);
      for (int lane = 0; lane < LANES; lane += 2) {
        x[at + (i + lane) / 2] = wide[lane];
      }
    }
  }

  private static DoubleVector unit(int[] words, int at) {
    return IntVector.fromArray(INTS, words, at)
        .reinterpretAsLongs()
        .lanewise(VectorOperators.LSHR, 12)
        .or(BoxMuller.ONE_BITS)
        .reinterpretAsDoubles();
  }

  private static FloatVector turn(int[] words, int at) {
    return ((FloatVector)
            IntVector.fromArray(INTS, words, at)
                .lanewise(VectorOperators.LSHR, 8)
                .convertShape(VectorOperators.I2F, FLOATS, 0))
        .mul(0x1p-24f);
  }

  private static void radius(int[] words, int word, double[] x, int at) {
    DoubleVector u = DoubleVector.broadcast(DOUBLES, 2.0).sub(unit(words, word));
    LongVector bits = u.reinterpretAsLongs();
    LongVector exponent = bits.sub(BoxMuller.SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, 52);
    DoubleVector k = exponent.add(BoxMuller.ROUND_BITS).reinterpretAsDoubles().sub(BoxMuller.ROUND);
    DoubleVector f =
        bits.sub(exponent.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles().sub(1.0);
    DoubleVector s = f.div(f.add(2.0));
    DoubleVector z = s.mul(s);
    DoubleVector r = z.fma(L7, L6);
    r = z.fma(r, L5);
    r = z.fma(r, L4);
    r = z.fma(r, L3);
    r = z.fma(r, L2);
    r = z.fma(r, L1);
    DoubleVector half = f.mul(f).mul(0.5);
    DoubleVector low = s.fma(z.fma(r, half), k.mul(BoxMuller.LN2_LOW));
    DoubleVector log = k.fma(LN2_HIGH, f.sub(half.sub(low)));
    log.mul(-2.0).lanewise(VectorOperators.SQRT).intoArray(x, at);
  }

  private static void rotate(int[] words, int word, double[] x, int at, int gap) {
    DoubleVector turn = unit(words, word).sub(1.0);
    DoubleVector shifted = turn.fma(all(4.0), ROUND);
    LongVector quadrant = shifted.reinterpretAsLongs();
    DoubleVector y = shifted.sub(BoxMuller.ROUND).fma(all(-0.25), turn).mul(BoxMuller.TWO_PI);
    DoubleVector z = y.mul(y);
    DoubleVector p = z.fma(S6, S5);
    p = z.fma(p, S4);
    p = z.fma(p, S3);
    p = z.fma(p, S2);
    p = z.fma(p, S1);
    DoubleVector sine = y.mul(z).fma(p, y);
    DoubleVector q = z.fma(C6, C5);
    q = z.fma(q, C4);
    q = z.fma(q, C3);
    q = z.fma(q, C2);
    q = z.fma(q, C1);
    DoubleVector cosine = z.fma(z.fma(q, all(-0.5)), all(1.0));
    VectorMask<Double> swap = quadrant.and(1L).compare(VectorOperators.NE, 0L).cast(DOUBLES);
    DoubleVector radius = DoubleVector.fromArray(DOUBLES, x, at);
    LongVector across = radius.mul(cosine.blend(sine, swap)).reinterpretAsLongs();
    LongVector up = radius.mul(sine.blend(cosine, swap)).reinterpretAsLongs();
    LongVector acrossSign = quadrant.add(1L).and(2L).lanewise(VectorOperators.LSHL, 62);
    LongVector upSign = quadrant.and(2L).lanewise(VectorOperators.LSHL, 62);
    across.lanewise(VectorOperators.XOR, acrossSign).reinterpretAsDoubles().intoArray(x, at);
    up.lanewise(VectorOperators.XOR, upSign).reinterpretAsDoubles().intoArray(x, at + gap);
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }

  private static void radius(int[] words, int word, float[] x, int at) {
    FloatVector u =
        ((FloatVector)
                IntVector.fromArray(INTS, words, word)
                    .lanewise(VectorOperators.LSHR, 1)
                    .convertShape(VectorOperators.I2F, FLOATS, 0))
            .fma(all(0x1p-31f), all(0x1p-32f));
    IntVector bits = u.reinterpretAsInts();
    IntVector exponent =
        bits.sub(BoxMuller.SQRT_HALF_FLOAT_BITS).lanewise(VectorOperators.ASHR, 23);
    FloatVector k =
        exponent.add(BoxMuller.ROUND_FLOAT_BITS).reinterpretAsFloats().sub(BoxMuller.ROUND_FLOAT);
    FloatVector f =
        bits.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1.0f);
    FloatVector s = f.div(f.add(2.0f));
    FloatVector z = s.mul(s);
    FloatVector r = z.fma(L4_FLOAT, L3_FLOAT);
    r = z.fma(r, L2_FLOAT);
    r = z.fma(r, L1_FLOAT);
    FloatVector half = f.mul(f).mul(0.5f);
    FloatVector low = s.fma(z.fma(r, half), k.mul(BoxMuller.LN2_LOW_FLOAT));
    FloatVector log = k.fma(LN2_HIGH_FLOAT, f.sub(half.sub(low)));
    log.mul(-2.0f).lanewise(VectorOperators.SQRT).intoArray(x, at);
  }

  private static void rotate(int[] words, int word, float[] x, int at, int gap) {
    FloatVector turn = turn(words, word);
    FloatVector shifted = turn.fma(all(4.0f), ROUND_FLOAT);
    IntVector quadrant = shifted.reinterpretAsInts();
    FloatVector y =
        shifted.sub(BoxMuller.ROUND_FLOAT).fma(all(-0.25f), turn).mul(BoxMuller.TWO_PI_FLOAT);
    FloatVector z = y.mul(y);
    FloatVector p = z.fma(S3_FLOAT, S2_FLOAT);
    p = z.fma(p, S1_FLOAT);
    FloatVector sine = y.mul(z).fma(p, y);
    FloatVector q = z.fma(C3_FLOAT, C2_FLOAT);
    q = z.fma(q, C1_FLOAT);
    FloatVector cosine = z.fma(z.fma(q, all(-0.5f)), all(1.0f));
    VectorMask<Float> swap = quadrant.and(1).compare(VectorOperators.NE, 0).cast(FLOATS);
    FloatVector radius = FloatVector.fromArray(FLOATS, x, at);
    IntVector across = radius.mul(cosine.blend(sine, swap)).reinterpretAsInts();
    IntVector up = radius.mul(sine.blend(cosine, swap)).reinterpretAsInts();
    IntVector acrossSign = quadrant.add(1).and(2).lanewise(VectorOperators.LSHL, 30);
    IntVector upSign = quadrant.and(2).lanewise(VectorOperators.LSHL, 30);
    across.lanewise(VectorOperators.XOR, acrossSign).reinterpretAsFloats().intoArray(x, at);
    up.lanewise(VectorOperators.XOR, upSign).reinterpretAsFloats().intoArray(x, at + gap);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(FLOATS, value);
  }
}
