package org.infimum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.infimum.bench.peer.Answer;
import org.infimum.bench.peer.Contestant;
import org.infimum.convex.ConicProgram;
import org.infimum.core.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every peer that is present gets the program as it was meant: ranges, free columns, a constant.
 */
class PeersTest {
  /**
   * min x - y + 10 with 1 <= x + y <= 3 (a range), x - y = -1, x free, y <= 1.75: the optimum is x
   * = 0.75, y = 1.75, value 9 everywhere on x - y = -1.
   */
  private static final String LINEAR =
      """
      NAME          ranges
      ROWS
       N  cost
       G  sum
       E  differ
      COLUMNS
          x         cost                 1   sum                  1
          x         differ               1
          y         cost                -1   sum                  1
          y         differ              -1
          z         cost                 2   sum                  1
      RHS
          rhs       sum                  1   differ              -1
          rhs       cost               -10
      RANGES
          rng       sum                  2
      BOUNDS
       FR bnd       x
       UP bnd       y                 1.75
       UP bnd       z                    5
      ENDATA
      """;

  @TempDir private Path folder = Path.of("");

  static Stream<Contestant> peers() {
    return Contestants.peers(List.of("all"), 1).stream();
  }

  @ParameterizedTest
  @MethodSource("peers")
  void aPeerSolvesTheProgramItWasMeantToGet(Contestant peer) throws Exception {
    Optional<String> absence = peer.absence();
    assumeTrue(absence.isEmpty(), () -> peer.key() + ": " + absence.orElse(""));
    Path file = folder.resolve("ranges.mps");
    Files.writeString(file, LINEAR);
    ConicProgram program = Programs.read(file);
    try (Contestant.Prepared model = peer.prepare(program, file)) {
      for (int repetition = 0; repetition < 2; repetition++) {
        Answer answer = model.solve(30);
        assertEquals(Answer.Claim.OPTIMAL, answer.claim(), peer.key());
        Verdict.Judgement judgement =
            Verdict.judge(answer, Instance.Reference.UNKNOWN, program, false, true);
        // Peers work to 1e-7 by default.
        assertEquals(9.0, judgement.objective(), 1e-6, peer.key());
      }
    }
  }

  @Test
  void anUnknownPeerIsNamed() {
    InputException refusal =
        assertThrows(InputException.class, () -> Contestants.peers(List.of("nobody"), 1));
    assertEquals(
        true, String.valueOf(refusal.getMessage()).contains("nobody"), refusal.getMessage());
  }

  @Test
  void ojAlgoGetsTheQuadraticTerm() throws IOException {
    // min x^2 + x y + y^2 - 3 x: the optimum is x = 2, y = -1, value -3.
    Path file = folder.resolve("quadratic.qps");
    Files.writeString(
        file,
        """
        NAME q
        ROWS
         N cost
         L row
        COLUMNS
         x cost -3 row 1
         y row 1
        RHS
         rhs row 100
        BOUNDS
         FR bnd x
         FR bnd y
        QUADOBJ
         x x 2
         x y 1
         y y 2
        ENDATA
        """);
    ConicProgram program = Programs.read(file);
    Contestant ojAlgo = Contestants.peers(List.of("ojalgo"), 1).getFirst();
    Contestant.Prepared model = ojAlgo.prepare(program, file);
    try {
      Answer answer = model.solve(30);
      Verdict.Judgement judgement =
          Verdict.judge(answer, Instance.Reference.UNKNOWN, program, false, true);
      assertEquals(-3.0, judgement.objective(), 1e-6);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
