package org.infimum.linalg.array;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.Species;

/**
 * {@link FloatExp} on vectors, to the same bits. The constants are vectors made once: broadcasts
 * would take up what the compiler allows a method to inline.
 */
final class FloatVectorExp {
  private static final VectorSpecies<Float> SPECIES = Species.FLOAT;

  private static final FloatVector ROUND = FloatVector.broadcast(SPECIES, FloatExp.ROUND);
  private static final FloatVector LOG2_E = FloatVector.broadcast(SPECIES, FloatExp.LOG2_E);
  private static final FloatVector BIASED_ROUND =
      FloatVector.broadcast(SPECIES, FloatExp.BIASED_ROUND);
  private static final FloatVector MINUS_LN2_LOW =
      FloatVector.broadcast(SPECIES, -FloatExp.LN2_LOW);
  private static final FloatVector MINUS_LN2_HIGH =
      FloatVector.broadcast(SPECIES, -FloatExp.LN2_HIGH);
  private static final FloatVector Q4 = FloatVector.broadcast(SPECIES, FloatExp.Q4);
  private static final FloatVector Q3 = FloatVector.broadcast(SPECIES, FloatExp.Q3);
  private static final FloatVector Q2 = FloatVector.broadcast(SPECIES, FloatExp.Q2);
  private static final FloatVector Q1 = FloatVector.broadcast(SPECIES, FloatExp.Q1);
  private static final FloatVector Q0 = FloatVector.broadcast(SPECIES, FloatExp.Q0);
  private static final FloatVector SMALLEST_NORMAL =
      FloatVector.broadcast(SPECIES, FloatExp.SMALLEST_NORMAL);

  private FloatVectorExp() {}

  /** e^x. */
  static FloatVector exp(FloatVector x) {
    FloatVector clamped =
        x.blend(FloatExp.LARGEST, x.compare(VectorOperators.GT, FloatExp.LARGEST))
            .blend(FloatExp.SMALLEST, x.compare(VectorOperators.LT, FloatExp.SMALLEST));
    FloatVector shifted = clamped.fma(LOG2_E, ROUND);
    FloatVector p = powerMinusOne(clamped, shifted.sub(ROUND));
    IntVector whole = shifted.reinterpretAsInts().sub(FloatExp.ROUND_BITS);
    IntVector half = whole.lanewise(VectorOperators.ASHR, 1);
    FloatVector first = half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    FloatVector second =
        whole.sub(half).add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    return p.fma(first, first).mul(second);
  }

  /** e^x for x <= 0, with 0 in place of subnormal values. */
  static FloatVector ofNonpositive(FloatVector x) {
    FloatVector shifted = x.fma(LOG2_E, BIASED_ROUND);
    FloatVector p = powerMinusOne(x, shifted.sub(BIASED_ROUND));
    FloatVector scale =
        shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    return p.fma(scale, scale).blend(0.0f, x.compare(VectorOperators.LT, SMALLEST_NORMAL));
  }

  private static FloatVector powerMinusOne(FloatVector x, FloatVector k) {
    FloatVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, x));
    FloatVector q = r.fma(Q4, Q3);
    q = r.fma(q, Q2);
    q = r.fma(q, Q1);
    q = r.fma(q, Q0);
    return r.mul(r).fma(q, r);
  }
}
