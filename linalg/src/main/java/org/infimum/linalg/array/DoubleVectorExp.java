package org.infimum.linalg.array;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.Species;

/**
 * {@link DoubleExp} on vectors, to the same bits. The constants are vectors made once: broadcasts
 * would take up what the compiler allows a method to inline.
 */
final class DoubleVectorExp {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;

  private static final DoubleVector ROUND = DoubleVector.broadcast(SPECIES, DoubleExp.ROUND);
  private static final DoubleVector LOG2_E = DoubleVector.broadcast(SPECIES, DoubleExp.LOG2_E);
  private static final DoubleVector BIASED_ROUND =
      DoubleVector.broadcast(SPECIES, DoubleExp.BIASED_ROUND);
  private static final DoubleVector MINUS_LN2_LOW =
      DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_LOW);
  private static final DoubleVector MINUS_LN2_HIGH =
      DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_HIGH);
  private static final DoubleVector Q10 = DoubleVector.broadcast(SPECIES, DoubleExp.Q10);
  private static final DoubleVector Q9 = DoubleVector.broadcast(SPECIES, DoubleExp.Q9);
  private static final DoubleVector Q8 = DoubleVector.broadcast(SPECIES, DoubleExp.Q8);
  private static final DoubleVector Q7 = DoubleVector.broadcast(SPECIES, DoubleExp.Q7);
  private static final DoubleVector Q6 = DoubleVector.broadcast(SPECIES, DoubleExp.Q6);
  private static final DoubleVector Q5 = DoubleVector.broadcast(SPECIES, DoubleExp.Q5);
  private static final DoubleVector Q4 = DoubleVector.broadcast(SPECIES, DoubleExp.Q4);
  private static final DoubleVector Q3 = DoubleVector.broadcast(SPECIES, DoubleExp.Q3);
  private static final DoubleVector Q2 = DoubleVector.broadcast(SPECIES, DoubleExp.Q2);
  private static final DoubleVector Q1 = DoubleVector.broadcast(SPECIES, DoubleExp.Q1);
  private static final DoubleVector Q0 = DoubleVector.broadcast(SPECIES, DoubleExp.Q0);
  private static final DoubleVector SMALLEST_NORMAL =
      DoubleVector.broadcast(SPECIES, DoubleExp.SMALLEST_NORMAL);

  private DoubleVectorExp() {}

  /** e^x. */
  static DoubleVector exp(DoubleVector x) {
    DoubleVector clamped =
        x.blend(DoubleExp.LARGEST, x.compare(VectorOperators.GT, DoubleExp.LARGEST))
            .blend(DoubleExp.SMALLEST, x.compare(VectorOperators.LT, DoubleExp.SMALLEST));
    DoubleVector shifted = clamped.fma(LOG2_E, ROUND);
    DoubleVector p = powerMinusOne(clamped, shifted.sub(ROUND));
    LongVector whole = shifted.reinterpretAsLongs().sub(DoubleExp.ROUND_BITS);
    LongVector half = whole.lanewise(VectorOperators.ASHR, 1);
    DoubleVector first = half.add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    DoubleVector second =
        whole.sub(half).add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    return p.fma(first, first).mul(second);
  }

  /** e^x for x <= 0, with 0 in place of subnormal values. */
  static DoubleVector ofNonpositive(DoubleVector x) {
    DoubleVector shifted = x.fma(LOG2_E, BIASED_ROUND);
    DoubleVector p = powerMinusOne(x, shifted.sub(BIASED_ROUND));
    DoubleVector scale =
        shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    return p.fma(scale, scale).blend(0.0, x.compare(VectorOperators.LT, SMALLEST_NORMAL));
  }

  private static DoubleVector powerMinusOne(DoubleVector x, DoubleVector k) {
    DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, x));
    DoubleVector q = r.fma(Q10, Q9);
    q = r.fma(q, Q8);
    q = r.fma(q, Q7);
    q = r.fma(q, Q6);
    q = r.fma(q, Q5);
    q = r.fma(q, Q4);
    q = r.fma(q, Q3);
    q = r.fma(q, Q2);
    q = r.fma(q, Q1);
    q = r.fma(q, Q0);
    return r.mul(r).fma(q, r);
  }
}
