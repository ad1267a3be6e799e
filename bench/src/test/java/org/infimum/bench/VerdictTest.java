package org.infimum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.infimum.bench.Instance.Reference;
import org.infimum.bench.peer.Answer;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
  /** max x, 0 <= x <= 4, stored as min -x; one row that repeats the bound. */
  private static final ConicProgram PROGRAM =
      ConicProgram.rows(
              new double[] {-1},
              new SparseMatrix(1, 1, new int[] {0, 1}, new int[] {0}, new double[] {1}),
              new double[] {Double.NEGATIVE_INFINITY},
              new double[] {4})
          .sense(Sense.MAXIMIZE)
          .build();

  private static final Reference FOUR = new Reference(Reference.Kind.OPTIMAL, 4, Double.NaN, 1e-7);
  private static final Reference NONE =
      new Reference(Reference.Kind.INFEASIBLE, Double.NaN, Double.NaN, Double.NaN);

  private static Answer answer(Answer.Claim claim, double objective, double @Nullable [] x) {
    return new Answer(claim, "said so", objective, x, 1e-9, 1, 0.1);
  }

  private static Verdict verdict(Answer answer, Reference reference) {
    return Verdict.judge(answer, reference, PROGRAM, true, true).verdict();
  }

  @Test
  void theNearerOfPublishedValueAndCrossCheckCounts() {
    Reference reference = new Reference(Reference.Kind.OPTIMAL, 4.1, 4.0, 1e-7);
    assertEquals(0.0, reference.error(4.0));
    assertEquals(0.0, reference.error(4.1));
    assertEquals(0.1 / 4.1, FOUR.error(4.0 + 4.0 * 0.1 / 4.1), 1e-12);
  }

  @Test
  void theObjectiveIsRecomputedFromThePointInTheUsersSense() {
    Answer boastful = answer(Answer.Claim.OPTIMAL, -4, new double[] {3});
    Verdict.Judgement judgement = Verdict.judge(boastful, FOUR, PROGRAM, true, true);
    assertEquals(3.0, judgement.objective());
    assertEquals(Verdict.INACCURATE, judgement.verdict());
    assertEquals(
        Verdict.SOLVED, verdict(answer(Answer.Claim.OPTIMAL, Double.NaN, new double[] {4}), FOUR));
  }

  @Test
  void aPointOutsideItsBoundsIsNotAccepted() {
    Reference five = new Reference(Reference.Kind.OPTIMAL, 5, Double.NaN, 1e-7);
    assertEquals(
        Verdict.INACCURATE, verdict(answer(Answer.Claim.OPTIMAL, -5, new double[] {5}), five));
  }

  @Test
  void claimsAgainstWhatIsKnownAreWrong() {
    assertEquals(Verdict.WRONG, verdict(answer(Answer.Claim.INFEASIBLE, 0, null), FOUR));
    assertEquals(Verdict.WRONG, verdict(answer(Answer.Claim.UNBOUNDED, 0, null), FOUR));
    assertEquals(Verdict.WRONG, verdict(answer(Answer.Claim.OPTIMAL, -4, new double[] {4}), NONE));
    assertEquals(Verdict.SOLVED, verdict(answer(Answer.Claim.INFEASIBLE, 0, null), NONE));
    assertEquals(Verdict.UNSOLVED, verdict(answer(Answer.Claim.NONE, -4, null), FOUR));
  }

  @Test
  void anApproximateReferenceAsksForASmallGap() {
    Reference about = new Reference(Reference.Kind.APPROXIMATE, 4.00001, Double.NaN, 1e-5);
    Answer tight = answer(Answer.Claim.OPTIMAL, -4, new double[] {4});
    assertEquals(Verdict.SOLVED, verdict(tight, about));
    Answer loose = new Answer(Answer.Claim.OPTIMAL, "", -4, new double[] {4}, 1e-5, 1, 0.1);
    assertEquals(Verdict.INACCURATE, verdict(loose, about));
  }

  @Test
  void peersAreHeldToTheirOwnTolerance() {
    Answer near = answer(Answer.Claim.OPTIMAL, -4, new double[] {4.000002});
    assertEquals(Verdict.INACCURATE, Verdict.judge(near, FOUR, PROGRAM, true, true).verdict());
    assertEquals(Verdict.SOLVED, Verdict.judge(near, FOUR, PROGRAM, false, true).verdict());
  }

  @Test
  void aProofThatDoesNotHoldIsNotAccepted() {
    Answer infeasible = answer(Answer.Claim.INFEASIBLE, 0, null);
    assertEquals(
        Verdict.INACCURATE, Verdict.judge(infeasible, NONE, PROGRAM, true, false).verdict());
  }
}
