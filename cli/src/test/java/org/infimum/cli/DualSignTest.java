package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dual is the derivative of the user's objective by the right-hand side as the user wrote it. */
class DualSignTest {
  /** Right-hand sides of the model below, in order: of its rows, then the bound of w. */
  private static final double[] RIGHT_HAND_SIDES = {40, 3, 12, 2, -6, 5};

  private static final String[] ROWS = {"cap", "need", "mix", "band", "neg"};

  /** Small beside the distance to the next change of basis, large beside the solver's error. */
  private static final double STEP = 1e-2;

  /**
   * Both objectives are within 1e-10 relative of objectives below 200, so their central difference
   * over 2e-2 is within 2e-6 of the derivative of a linear program; twice that is allowed for.
   */
  private static final double TOLERANCE = 4e-6;

  @TempDir Path folder;

  /**
   * A model with all kinds of rows whose optimum is not degenerate; {@code #k} stands for side k.
   */
  private static String model(String sense) {
    String cost = sense.equals("Maximize") ? "5 x + 4 y + 3 z - 2 w" : "- 5 x - 4 y - 3 z + 2 w";
    return sense
        + "\n obj: "
        + cost
        + "\nSubject To\n"
        + " cap: 2 x + 3 y + z + w <= #0\n"
        + " need: w >= #1\n"
        + " mix: x + y = #2\n"
        + " band: -4 <= x - y <= #3\n"
        + " neg: - z + w >= #4\n"
        + "Bounds\n w <= #5\nEnd\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"Maximize", "Minimize"})
  void aDualIsTheDerivativeByTheRightHandSide(String sense) {
    Map<String, @Nullable Object> solution = solve(sense, RIGHT_HAND_SIDES);
    for (int k = 0; k < ROWS.length; k++) {
      double dual = JsonTree.number(JsonTree.inner(solution, "constraints", ROWS[k]), "dual");
      assertEquals(derivative(sense, k), dual, TOLERANCE, sense + " " + ROWS[k]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Maximize", "Minimize"})
  void aReducedCostIsTheDerivativeByTheBound(String sense) {
    // The row that keeps w up is taken out, and its cost makes w rest on its upper bound.
    String text = model(sense).replace(" need: w >= #1\n", "");
    text =
        sense.equals("Maximize") ? text.replace("- 2 w", "+ 9 w") : text.replace("+ 2 w", "- 9 w");
    double[] sides = RIGHT_HAND_SIDES.clone();
    double reducedCost =
        JsonTree.number(JsonTree.inner(solveText(text, sides), "variables", "w"), "reducedCost");
    sides[5] += STEP;
    double above = JsonTree.number(solveText(text, sides), "objective");
    sides[5] -= 2 * STEP;
    double below = JsonTree.number(solveText(text, sides), "objective");
    assertEquals((above - below) / (2 * STEP), reducedCost, TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAX", "MIN"})
  void aRangeInMpsMovesWithItsRightHandSide(String sense) {
    // R = 3 on an L row with right-hand side b: b - 3 <= x + y <= b. MIN rests on b - 3.
    String text =
        """
        NAME          RANGED
        OBJSENSE
            %s
        ROWS
         N  COST
         L  ROW
        COLUMNS
            X         COST               2.0   ROW                1.0
            Y         COST               3.0   ROW                1.0
        RHS
            RHS       ROW                #0
        RANGES
            RNG       ROW                3.0
        ENDATA
        """
            .formatted(sense);
    double[] sides = {7};
    double dual =
        JsonTree.number(
            JsonTree.inner(solveText("mps", text, sides), "constraints", "ROW"), "dual");
    assertEquals(sense.equals("MAX") ? 3.0 : 2.0, dual, TOLERANCE);
  }

  @Test
  void theExampleOfTheDocumentationHolds() {
    Map<String, @Nullable Object> solution = solveText(Problems.MAXIMIZE, new double[0]);
    assertEquals(
        2.0, JsonTree.number(JsonTree.inner(solution, "constraints", "labour"), "dual"), TOLERANCE);
    Map<String, @Nullable Object> wood = JsonTree.inner(solution, "constraints", "wood");
    assertEquals(0.0, JsonTree.number(wood, "dual"), TOLERANCE);
    assertEquals(3.0, JsonTree.number(wood, "slack"), TOLERANCE);
    assertEquals(
        1.0, JsonTree.number(JsonTree.inner(solution, "variables", "x"), "reducedCost"), TOLERANCE);
  }

  @Test
  void aSlackIsTheDistanceToTheNearestEnd() {
    Map<String, @Nullable Object> solution = solve("Maximize", RIGHT_HAND_SIDES);
    Map<String, @Nullable Object> band = JsonTree.inner(solution, "constraints", "band");
    double activity = JsonTree.number(band, "activity");
    assertEquals(
        Math.min(activity + 4, RIGHT_HAND_SIDES[3] - activity), JsonTree.number(band, "slack"));
  }

  private double derivative(String sense, int k) {
    double[] sides = RIGHT_HAND_SIDES.clone();
    sides[k] += STEP;
    double above = JsonTree.number(solve(sense, sides), "objective");
    sides[k] -= 2 * STEP;
    double below = JsonTree.number(solve(sense, sides), "objective");
    return (above - below) / (2 * STEP);
  }

  private Map<String, @Nullable Object> solve(String sense, double[] sides) {
    return solveText(model(sense), sides);
  }

  private Map<String, @Nullable Object> solveText(String text, double[] sides) {
    return solveText("lp", text, sides);
  }

  private Map<String, @Nullable Object> solveText(String format, String text, double[] sides) {
    String filled = text;
    for (int k = 0; k < sides.length; k++) {
      filled = filled.replace("#" + k, Double.toString(sides[k]));
    }
    String file = Problems.write(folder, "model." + format, filled).toString();
    Path solution = folder.resolve("solution.json");
    Invocation run =
        Invocation.of(
            "solve", file, "--quiet", "--tolerance", "1e-10", "--solution", solution.toString());
    assertEquals(0, run.exitCode(), run.out() + run.err());
    try {
      return JsonTree.object(Files.readString(solution));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
