package org.infimum.convex.model;

import static org.infimum.convex.model.Atoms.abs;
import static org.infimum.convex.model.Atoms.huber;
import static org.infimum.convex.model.Atoms.mul;
import static org.infimum.convex.model.Atoms.quadForm;
import static org.infimum.convex.model.Atoms.sum;
import static org.infimum.convex.model.Atoms.sumSquares;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.infimum.convex.ConicProgram;
import org.infimum.core.Status;
import org.junit.jupiter.api.Test;

/** Models with known answers, and what their canonical forms look like. */
class ModelTest {
  /** Six errors within 1e-8, on programs whose multipliers and data are of the size of 1 to 10. */
  private static final double CLOSE = 1e-6;

  /** Dantzig's example: 36 at (2, 6), and what another unit of each resource is worth. */
  @Test
  void aLinearModelHasValuesAndPricesByName() {
    Model m = Model.create("factory");
    Variable doors = m.variable("doors").nonNegative();
    Variable windows = m.variable("windows").nonNegative();
    m.maximize(doors.times(3.0).plus(5.0, windows));
    m.subjectTo("plant 1", doors.le(4.0));
    m.subjectTo("plant 2", windows.times(2.0).le(12.0));
    Constraint third = m.subjectTo("plant 3", doors.times(3.0).plus(2.0, windows).le(18.0));
    Solution s = m.solve();
    assertEquals(Status.OPTIMAL, s.status());
    assertEquals(36.0, s.objective(), CLOSE);
    assertEquals(2.0, s.scalar(doors), CLOSE);
    assertArrayEquals(new double[] {6.0}, s.value("windows"), CLOSE);
    assertEquals(0.0, s.dual("plant 1")[0], CLOSE);
    assertEquals(1.5, s.dual("plant 2")[0], CLOSE);
    assertEquals(1.0, s.dual(third)[0], CLOSE);
  }

  /** The sign of a dual does not depend on how the constraint is turned. */
  @Test
  void aDualIsTheChangeOfTheObjectiveForEachWayToWriteTheConstraint() {
    for (int way = 0; way < 4; way++) {
      Model m = Model.create("turned");
      Variable x = m.variable("x");
      m.minimize(x.times(2.0));
      Constraint c =
          switch (way) {
            case 0 -> x.ge(3.0);
            case 1 -> x.eq(3.0);
            case 2 -> x.between(3.0, 9.0);
            default -> Expression.constant(3.0).le(x);
          };
      m.subjectTo("c", c);
      // 3 <= x has its data on the left: a larger right side relaxes it.
      assertEquals(way == 3 ? -2.0 : 2.0, m.solve().dual(c)[0], CLOSE);
    }
  }

  /** Least squares in the objective goes to P, without a cone. */
  @Test
  void leastSquaresIsAQuadraticProgram() {
    Model m = Model.create("line");
    Variable line = m.variable("line", 2);
    double[][] design = {{1, 0}, {1, 1}, {1, 2}, {1, 3}};
    m.minimize(sumSquares(mul(design, line).minus(new double[] {1, 3, 5, 7.4})));
    ConicProgram program = m.program();
    assertTrue(program.isPolyhedral());
    assertFalse(program.isLinear());
    Solution s = m.solve();
    // The normal equations of y = 1, 3, 5, 7.4: slope 2.12, intercept 0.92.
    assertArrayEquals(new double[] {0.92, 2.12}, s.value(line), CLOSE);
    assertEquals(0.048, s.objective(), CLOSE);
  }

  @Test
  void aQuadraticFormOnPlainColumnsBecomesPItself() {
    Model m = Model.create("form");
    Variable x = m.variable("x", 2).nonNegative();
    double[][] s = {{2, 1}, {1, 3}};
    m.minimize(quadForm(x, s).times(0.5).plus(x.dot(-1.0, -1.0)));
    ConicProgram program = m.program();
    assertEquals(2, program.columns());
    assertEquals(0, program.rows());
    assertArrayEquals(new double[] {2.0, 1.0, 3.0}, program.p().values());
    // S x = (1, 1) has the solution (0.4, 0.2).
    assertArrayEquals(new double[] {0.4, 0.2}, m.solve().value(x), CLOSE);
  }

  @Test
  void aConcaveQuadraticFormIsMaximizedThroughP() {
    Model m = Model.create("concave");
    Variable x = m.variable("x", 2);
    m.maximize(x.sum().minus(0.5, quadForm(x, new double[][] {{1, 0}, {0, 4}})));
    Solution s = m.solve();
    assertTrue(m.program().isPolyhedral());
    assertArrayEquals(new double[] {1.0, 0.25}, s.value(x), CLOSE);
    assertEquals(0.625, s.objective(), CLOSE);
  }

  @Test
  void anAtomSharedByObjectiveAndConstraintIsStatedOnce() {
    Model m = Model.create("shared");
    Variable x = m.variable("x", 3);
    Expression size = abs(x.minus(new double[] {1, 2, 3}));
    m.minimize(sum(size));
    m.subjectTo("each", size.le(0.5));
    m.subjectTo("total", sum(x).ge(7.0));
    ConicProgram program = m.program();
    assertEquals(6, program.columns());
    assertEquals(3 + 1 + 6, program.rows());
    assertEquals(1.0, m.solve().objective(), CLOSE);
  }

  @Test
  void atomsThatAreNotUsedLeaveNoTrace() {
    Model m = Model.create("unused");
    Variable x = m.variable("x", 3).nonNegative();
    abs(x);
    m.minimize(sum(x));
    assertEquals(3, m.program().columns());
    assertEquals(0, m.program().rows());
  }

  /**
   * In the objective, Huber's function is a quadratic program; its value agrees with the formula.
   */
  @Test
  void huberRegressionIsAQuadraticProgram() {
    Model m = Model.create("huber");
    Variable level = m.variable("level");
    double[] data = {0.0, 1.0, 2.0, 100.0};
    Expression loss = sum(huber(level.minus(data), 1.0));
    m.minimize(loss);
    Solution s = m.solve();
    assertTrue(m.program().isPolyhedral());
    assertEquals(Status.OPTIMAL, s.status());
    // Stationary where (l - 0) clipped + (l - 1) + (l - 2) clipped - 1 = 0: at 1.5.
    assertEquals(1.5, s.scalar(level), CLOSE);
    assertEquals(s.objective(), s.scalar(loss), CLOSE);
  }

  @Test
  void symmetricMatricesShareTheirColumns() {
    Model m = Model.create("matrix");
    Variable x = m.symmetric("X", 3);
    m.minimize(x.get(0, 2).plus(x.trace()));
    m.subjectTo("low", x.ge(1.0));
    assertEquals(6, m.program().columns());
    Solution s = m.solve();
    double[][] value = s.matrix(x);
    assertEquals(value[0][2], value[2][0]);
    assertEquals(4.0, s.objective(), CLOSE);
    assertEquals("X[2,0]", m.program().columnName(2));
  }

  @Test
  void theTextOfAModelIsReadable() {
    Model m = Model.create("markowitz");
    Variable w = m.variable("w", 3).nonNegative();
    Parameter gamma = m.parameter("gamma").nonNegative();
    m.maximize(
        w.dot(0.1, 0.2, 0.3)
            .minus(gamma.times(quadForm(w, new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 3}}))));
    m.subjectTo("budget", sum(w).eq(1.0));
    assertEquals(
        """
        model markowitz
        maximize  dot(w, [0.1, 0.2, 0.3]) - gamma quadForm(w)
        subject to
          budget: sum(w) = 1
        variables
          w: a vector of 3, at least 0
        parameters
          gamma: a scalar, no value yet
        """,
        m.toString());
  }

  /** A chain of sums is put together once; its nonzeros are those of its terms. */
  @Test
  void aLongChainOfSumsStaysLinear() {
    Model m = Model.create("chain");
    Variable x = m.variable("x", 20_000).nonNegative();
    Expression total = x.get(0);
    Expression turned = x.get(0);
    for (int i = 1; i < x.size(); i++) {
      total = total.plus(x.get(i));
      turned = x.get(i).plus(turned);
    }
    m.minimize(total);
    m.subjectTo("some", turned.ge(1.0));
    assertEquals(20_000, m.program().a().nonzeros());
    assertTrue(total.toString().endsWith("+ x[19999]"), total.toString());
  }

  /** Doubling an expression sixty times doubles coefficients, not terms. */
  @Test
  void sharedSubExpressionsDoNotMultiply() {
    Model m = Model.create("doubling");
    Variable x = m.variable("x");
    Expression e = x;
    for (int i = 0; i < 60; i++) {
      e = e.plus(e);
    }
    m.minimize(e);
    m.subjectTo("low", x.ge(1.0));
    assertEquals(0x1p60, m.program().q()[0]);
  }

  /** The rows of an affine block agree with the block's own arithmetic at random points. */
  @Test
  void theCanonicalRowsAreTheExpressionsRows() {
    long seed = Long.getLong("infimum.seed", 20261121L);
    for (int trial = 0; trial < 50; trial++) {
      Random random = new Random(seed + trial);
      Model m = Model.create("random");
      Variable x = m.matrix("X", 1 + random.nextInt(4), 1 + random.nextInt(4));
      Expression e = randomAffine(random, x, 6);
      m.subjectTo("rows", e.le(0.0));
      ConicProgram program = m.program();
      double[] point = random.doubles(x.size(), -1.0, 1.0).toArray();
      double[] rows = new double[program.rows()];
      program.a().multiplyAdd(1.0, point, rows);
      for (int i = 0; i < rows.length; i++) {
        rows[i] -= program.b()[i];
      }
      double[] direct = new Evaluation(m, point, new double[0]).of(e);
      assertArrayEquals(direct, rows, 1e-12, "replay with -Dinfimum.seed=" + (seed + trial));
    }
  }

  private static Expression randomAffine(Random random, Expression x, int depth) {
    if (depth == 0) {
      return x;
    }
    Expression e = randomAffine(random, x, depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> e.plus(random.nextGaussian(), randomAffine(random, e, depth / 2).sum());
      case 1 -> e.transpose();
      case 2 -> e.times(random.nextGaussian()).plus(random.nextGaussian());
      case 3 -> mul(matrix(random, 2, e.rows()), e);
      case 4 -> e.mul(Expression.constant(matrix(random, e.columns(), 3)));
      case 5 -> Atoms.stack(e, e.negate());
      default -> e.column(random.nextInt(e.columns())).minus(1.0);
    };
  }

  private static double[][] matrix(Random random, int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextInt(3) == 0 ? 0.0 : random.nextGaussian();
      }
    }
    return matrix;
  }
}
