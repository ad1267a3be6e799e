package org.infimum.convex.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.verify.ClaimedSolution.Constraint;
import org.infimum.convex.verify.ClaimedSolution.Ray;
import org.infimum.convex.verify.ClaimedSolution.Variable;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private static final double TOLERANCE = 1e-8;

  /**
   * Optimal at x = (3, 1) with the objective 9; raising a right-hand side by 1 gives 2 and 1 more.
   */
  private static final String PROBLEM =
      """
      Maximize
       gain: 3 x + 5 y - 5 + 0 w
      Subject To
       one: x + y <= 4
       two: x + 3 y + w <= 6
      Bounds
       w <= 7
      End
      """;

  private static ConicProgram read(String text) {
    try {
      return PlainReader.read(
              "problem.lp", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false)
          .program();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Variable> variables() {
    Map<String, Variable> variables = new HashMap<>();
    variables.put("x", new Variable(3.0, 0.0, 0.0, null));
    variables.put("y", new Variable(1.0, 0.0, 0.0, null));
    variables.put("w", new Variable(0.0, -1.0, 0.0, 7.0));
    return variables;
  }

  private static Map<String, Constraint> constraints() {
    Map<String, Constraint> constraints = new HashMap<>();
    constraints.put("one", new Constraint(4.0, 2.0, 0.0));
    constraints.put("two", new Constraint(6.0, 1.0, 0.0));
    return constraints;
  }

  private static CheckReport check(
      Map<String, Variable> variables, Map<String, Constraint> constraints, double objective) {
    return Checker.check(
        read(PROBLEM),
        new ClaimedSolution("optimal", "maximize", objective, null, variables, constraints, null),
        TOLERANCE);
  }

  @Test
  void aMaximumWithItsDualsIsProved() {
    CheckReport report = check(variables(), constraints(), 9.0);
    assertTrue(report.proved(), report.toString());
    assertEquals("optimal", report.claim());
  }

  @Test
  void everyWrongNumberIsCaught() {
    assertFalse(check(variables(), constraints(), 9.0 + 1e-5).proved());
    for (String name : variables().keySet()) {
      Variable right = variables().get(name);
      caught(
          name,
          new Variable(shifted(right.value(), 1e-5), right.reducedCost(), null, right.upper()));
      caught(
          name,
          new Variable(right.value(), shifted(right.reducedCost(), -1e-5), null, right.upper()));
      caught(name, new Variable(right.value(), right.reducedCost(), 1e-5, right.upper()));
      caught(name, new Variable(right.value(), right.reducedCost(), 0.0, 1e6));
      caught(name, new Variable(Double.NaN, right.reducedCost(), 0.0, right.upper()));
    }
    for (String name : constraints().keySet()) {
      Constraint right = constraints().get(name);
      caught(name, new Constraint(shifted(right.activity(), 1e-5), right.dual(), right.slack()));
      caught(name, new Constraint(right.activity(), shifted(right.dual(), 1e-5), right.slack()));
      caught(name, new Constraint(right.activity(), shifted(right.dual(), -1.0), right.slack()));
      caught(name, new Constraint(right.activity(), right.dual(), 1e-5));
      caught(name, new Constraint(right.activity(), right.dual(), Double.NaN));
    }
  }

  private static double shifted(@Nullable Double value, double by) {
    return Objects.requireNonNull(value) + by;
  }

  private static void caught(String name, Variable wrong) {
    Map<String, Variable> variables = variables();
    variables.put(name, wrong);
    assertFalse(check(variables, constraints(), 9.0).proved(), name + " " + wrong);
  }

  private static void caught(String name, Constraint wrong) {
    Map<String, Constraint> constraints = constraints();
    constraints.put(name, wrong);
    assertFalse(check(variables(), constraints, 9.0).proved(), name + " " + wrong);
  }

  @Test
  void missingAndUnknownNamesAreBadInput() {
    Map<String, Variable> missing = variables();
    missing.remove("y");
    assertThrows(InputException.class, () -> check(missing, constraints(), 9.0));
    Map<String, Variable> unknown = variables();
    unknown.put("v", new Variable(0.0, null, null, null));
    assertThrows(InputException.class, () -> check(unknown, constraints(), 9.0));
    Map<String, Constraint> withoutDual = constraints();
    withoutDual.put("one", new Constraint(4.0, null, 0.0));
    assertThrows(InputException.class, () -> check(variables(), withoutDual, 9.0));
  }

  private static CheckReport certificate(String problem, String status, @Nullable Ray ray) {
    return Checker.check(
        read(problem),
        new ClaimedSolution(status, null, null, null, Map.of(), Map.of(), ray),
        TOLERANCE);
  }

  private static final String INFEASIBLE =
      """
      Maximize
       x
      Subject To
       low: x + y >= 5
       high: x + y <= 3
      End
      """;

  @Test
  void aFarkasRayIsCheckedWhateverTheSense() {
    String status = "primal-infeasible";
    Ray ray = new Ray("farkas", Map.of("low", 1.0, "high", -1.0));
    assertTrue(certificate(INFEASIBLE, status, ray).proved());
    Ray opposite = new Ray("farkas", Map.of("low", -1.0, "high", 1.0));
    assertFalse(certificate(INFEASIBLE, status, opposite).proved());
    assertThrows(InputException.class, () -> certificate(INFEASIBLE, status, null));
    assertThrows(InputException.class, () -> certificate(INFEASIBLE, "dual-infeasible", ray));
    Ray unknown = new Ray("farkas", Map.of("middle", 1.0));
    assertThrows(InputException.class, () -> certificate(INFEASIBLE, status, unknown));
  }

  @Test
  void aRecessionRayIsChecked() {
    String problem = INFEASIBLE.replace("high: x + y <= 3", "high: x - y <= 3");
    Ray ray = new Ray("recession", Map.of("x", 2.0, "y", 2.0));
    assertTrue(certificate(problem, "dual-infeasible", ray).proved());
    Ray leaving = new Ray("recession", Map.of("x", 2.0));
    assertFalse(certificate(problem, "dual-infeasible", leaving).proved());
  }

  @Test
  void crossedBoundsAreChecked() {
    String problem = INFEASIBLE.replace("End", "Bounds\n 2 <= y <= 1\nEnd");
    String status = "primal-infeasible";
    Ray crossed = new Ray("crossed-bounds", Map.of("y", 1.0));
    assertTrue(certificate(problem, status, crossed).proved());
    Ray sound = new Ray("crossed-bounds", Map.of("x", 1.0));
    assertFalse(certificate(problem, status, sound).proved());
  }
}
