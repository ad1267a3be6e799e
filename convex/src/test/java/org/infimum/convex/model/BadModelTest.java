package org.infimum.convex.model;

import static org.infimum.convex.model.Atoms.log;
import static org.infimum.convex.model.Atoms.logSumExp;
import static org.infimum.convex.model.Atoms.mul;
import static org.infimum.convex.model.Atoms.norm2;
import static org.infimum.convex.model.Atoms.quadForm;
import static org.infimum.convex.model.Atoms.sqrt;
import static org.infimum.convex.model.Atoms.square;
import static org.infimum.convex.model.Atoms.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.infimum.core.InputException;
import org.infimum.core.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every mistake gets one sentence; {@code docs/modelling.md} quotes them. */
class BadModelTest {
  private final Model m = Model.create("plan");
  private final Variable x = m.variable("x", 3);

  private static void assertSays(String message, Executable mistake) {
    assertEquals(message, assertThrows(InputException.class, mistake).getMessage());
  }

  @Test
  void anArgumentOfTheWrongCurvatureIsNamedWithWhatWasNeeded() {
    assertSays(
        "Not a disciplined convex expression: in norm2(sqrt(x)) the argument sqrt(x) is concave,"
            + " but norm2 is convex and needs an affine one, a convex one that is never negative or"
            + " a concave one that is never positive.",
        () -> norm2(sqrt(x)));
    assertSays(
        "Not a disciplined convex expression: in log(square(x)) the argument square(x) is convex,"
            + " but log is concave and needs a concave one.",
        () -> log(square(x)));
  }

  @Test
  void aConstraintThatIsNotConvexNamesTheSideAndTheTerm() {
    assertSays(
        "Not a disciplined convex constraint: norm2(x) >= 1: norm2(x) is convex, but this side must"
            + " be concave.",
        () -> norm2(x).ge(1.0));
    assertSays(
        "Not a disciplined convex constraint: norm2(x) = 1: norm2(x) is convex, but this side must"
            + " be affine.",
        () -> norm2(x).eq(1.0));
    assertSays(
        "Not a disciplined convex constraint: x[0] - square(x[1]) <= 1: x[0] - square(x[1]) is"
            + " concave because of its term square(x[1]), but this side must be convex.",
        () -> x.get(0).minus(square(x.get(1))).le(1.0));
    assertSays(
        "Not a disciplined convex constraint: x[0] <= square(x[1]): square(x[1]) is convex, but"
            + " this side must be concave.",
        () -> x.get(0).le(square(x.get(1))));
  }

  @Test
  void anObjectiveThatIsNotConvexNamesTheTerm() {
    assertSays(
        "Not a disciplined convex objective: sum(x) + norm2(x) is convex because of its term"
            + " norm2(x); a concave one can be maximized.",
        () -> m.maximize(sum(x).plus(norm2(x))));
    assertSays(
        "Not a disciplined convex objective: norm2(x) - logSumExp(x) is neither convex nor concave"
            + " because of its term logSumExp(x); a convex one can be minimized.",
        () -> m.minimize(norm2(x).minus(logSumExp(x))));
  }

  @Test
  void aProductOfVariablesIsRefused() {
    assertSays(
        "x[0] x[1] is not affine: x[0] and x[1] both hold variables; square, quadForm and"
            + " quadOverLin are the convex products.",
        () -> x.get(0).times(x.get(1)));
  }

  @Test
  void anIndefiniteQuadraticFormIsRefused() {
    assertSays(
        "The matrix of quadForm(x) is indefinite: the quadratic form is neither convex nor concave.",
        () -> quadForm(x, new double[][] {{1, 0, 0}, {0, -1, 0}, {0, 0, 1}}));
    assertSays(
        "The matrix of quadForm(x) is not symmetric: see column 0.",
        () -> quadForm(x, new double[][] {{1, 2, 0}, {0, 5, 0}, {0, 0, 1}}));
  }

  @Test
  void shapesThatDoNotFitAreBothStated() {
    Variable y = m.variable("y", 2);
    assertSays(
        "The shapes in x + y do not fit: x is a vector of 3, y is a vector of 2.", () -> x.plus(y));
    assertSays(
        "The shapes in [2 x 2] x do not fit: the matrix has 2 columns, x is a vector of 3.",
        () -> mul(new double[][] {{1, 2}, {3, 4}}, x));
    assertSays("The objective needs a scalar, but x is a vector of 3.", () -> m.minimize(x));
    assertSays("x is a vector of 3; it has no element 3 (they count from 0).", () -> x.get(3));
  }

  @Test
  void numbersThatAreNoneAreRefusedWhereTheyEnter() {
    assertSays(
        "Element 1 of the vector of 3 is not finite: NaN.", () -> x.dot(1.0, Double.NaN, 3.0));
    assertSays(
        "Element (0, 1) of the matrix is not finite: Infinity.",
        () -> mul(new double[][] {{1, Double.POSITIVE_INFINITY, 0}}, x));
    assertSays("The factor is not finite: NaN.", () -> x.times(Double.NaN));
    assertSays(
        "Element 0 of parameter gamma is not finite: NaN.",
        () -> m.parameter("gamma").set(Double.NaN));
  }

  @Test
  void aParameterWithoutValueIsNamed() {
    Parameter budget = m.parameter("budget");
    m.minimize(sum(x.nonNegative()));
    m.subjectTo("spend", sum(x).eq(budget));
    assertSays("Parameter budget has no value: call set before solving.", m::solve);
    budget.set(1.0);
    assertEquals(1.0, m.solve().objective(), 1e-6);
  }

  @Test
  void aParameterOfTheWrongSignIsRefused() {
    Parameter weight = m.parameter("weight").nonNegative();
    assertSays(
        "Element 0 of parameter weight is -1.0, but the parameter was declared nonNegative.",
        () -> weight.set(-1.0));
  }

  @Test
  void aProductWithAParameterOfUnknownSignHasNoCurvature() {
    Parameter weight = m.parameter("weight");
    assertSays(
        "Not a disciplined convex objective: weight norm2(x) is neither convex nor concave because"
            + " of its term norm2(x); a convex one can be minimized.",
        () -> m.minimize(weight.times(norm2(x))));
    assertSays(
        "weight weight is not affine in the parameters: weight and weight both hold some; make"
            + " their product one parameter.",
        () -> weight.times(weight));
  }

  @Test
  void anEmptyModelIsRefused() {
    assertSays(
        "The model \"nothing\" is empty: it has no variables.",
        () -> Model.create("nothing").solve());
    assertSays(
        "The model \"plan\" is empty: it has neither an objective nor a constraint.", m::solve);
  }

  @Test
  void namesAreGivenOnce() {
    m.subjectTo("budget", sum(x).le(1.0));
    assertSays(
        "The model \"plan\" has a constraint \"budget\" already: sum(x) <= 1.",
        () -> m.subjectTo("budget", x.ge(0.0)));
    assertSays("The model \"plan\" has a variable or parameter x already.", () -> m.variable("x"));
    Constraint once = m.subjectTo("signs", x.ge(0.0));
    assertSays(
        "The constraint x >= 0 is in a model already, under the name \"signs\".",
        () -> m.subjectTo("twice", once));
  }

  @Test
  void variablesOfAnotherModelAreRefused() {
    Variable y = Model.create("other").variable("y", 3);
    assertSays("y belongs to the model \"other\", not to \"plan\".", () -> x.plus(y));
    assertSays(
        "sum(y) <= 1 belongs to the model \"other\", not to \"plan\".",
        () -> m.subjectTo("budget", sum(y).le(1.0)));
    assertSays("sum(y) belongs to the model \"other\", not to \"plan\".", () -> m.minimize(sum(y)));
  }

  @Test
  void anIntegerVariableNeedsAnEngine() {
    m.minimize(sum(x.binary()));
    assertSays(
        "Variable x is integer and this method solves continuous models only; call"
            + " solve(\"highs\", run) with the module infimum-ortools.",
        m::solve);
  }

  @Test
  void aForgottenConstraintShowsAsADirectionByName() {
    m.variable("y", 2).nonNegative();
    m.maximize(x.get(0).plus(x.get(1)));
    m.subjectTo("first", x.get(0).le(4.0));
    Solution solution = m.solve();
    assertEquals(Status.DUAL_INFEASIBLE, solution.status());
    assertEquals("x[1]", solution.conflicts().getFirst().name());
    assertEquals(1, solution.conflicts().size());
    assertTrue(
        solution
            .explain()
            .startsWith(
                "Unbounded if feasible: nothing stops the objective in this direction; a constraint"
                    + " on these variables is missing (verified, error "),
        solution.explain());
    assertEquals(
        "the model \"plan\" is dual-infeasible and has no values; explain() says why",
        assertThrows(IllegalStateException.class, () -> solution.value(x)).getMessage());
  }

  @Test
  void contradictingConstraintsAreListedByName() {
    m.minimize(sum(x));
    m.subjectTo("most", sum(x).le(1.0));
    m.subjectTo("unrelated", x.get(0).le(5.0));
    m.subjectTo("least", x.ge(1.0));
    Solution solution = m.solve();
    assertEquals(Status.PRIMAL_INFEASIBLE, solution.status());
    assertEquals(
        Set.of("most", "least[0]"),
        Set.copyOf(solution.conflicts().stream().map(Solution.Conflict::name).toList()));
    assertTrue(
        solution.explain().startsWith("Infeasible: these constraints contradict one another"),
        solution.explain());
  }
}
