package org.infimum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.infimum.bench.peer.Answer;
import org.infimum.bench.peer.Contestant;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static Answer optimal(double seconds) {
    return new Answer(Answer.Claim.OPTIMAL, "optimal", 1.0, null, Double.NaN, 3, seconds);
  }

  /** A model whose n-th solve claims to have taken the n-th of these times. */
  private static Contestant.Prepared scripted(double... seconds) {
    return new Contestant.Prepared() {
      private int next;

      @Override
      public Answer solve(double limitSeconds) {
        return optimal(seconds[Math.min(next++, seconds.length - 1)]);
      }

      @Override
      public void interrupt() {}
    };
  }

  @Test
  void shortSolvesAreWarmedUpAndRepeatedAndTheMedianCounts() {
    Trial trial = Trial.of(scripted(9.0, 0.5, 0.1, 0.4, 0.2, 0.3, 0.7, 0.6), 300);
    assertEquals(9.0, trial.firstSeconds());
    assertEquals(7, trial.runs());
    assertEquals(0.4, trial.seconds());
  }

  @Test
  void repetitionsStopWhenTheyHaveTakenLongEnough() {
    Trial trial = Trial.of(scripted(9.0, 2.0, 4.0, 1.0), 300);
    assertEquals(2, trial.runs());
    assertEquals(3.0, trial.seconds());
  }

  @Test
  void aLongSolveStandsAlone() {
    Trial trial = Trial.of(scripted(12.0, 1.0), 300);
    assertEquals(1, trial.runs());
    assertEquals(12.0, trial.seconds());
  }

  @Test
  void aFailureIsAnAnswerThatProvesNothing() {
    Contestant.Prepared failing =
        new Contestant.Prepared() {
          @Override
          public Answer solve(double limitSeconds) {
            throw new IllegalStateException("no luck");
          }

          @Override
          public void interrupt() {}
        };
    Trial trial = Trial.of(failing, 300);
    assertEquals(Answer.Claim.NONE, trial.answer().claim());
    assertTrue(trial.answer().status().contains("no luck"), trial.answer().status());
    assertFalse(trial.hung());
  }

  @Test
  void aSolveThatIgnoresItsLimitIsInterrupted() {
    CountDownLatch interrupted = new CountDownLatch(1);
    Contestant.Prepared deaf =
        new Contestant.Prepared() {
          @Override
          public Answer solve(double limitSeconds) throws InterruptedException {
            interrupted.await();
            return optimal(limitSeconds);
          }

          @Override
          public void interrupt() {
            interrupted.countDown();
          }
        };
    Trial trial = Trial.of(deaf, -9.9);
    assertEquals(Answer.Claim.NONE, trial.answer().claim());
    assertEquals("time-limit", trial.answer().status());
    assertFalse(trial.hung());
  }
}
