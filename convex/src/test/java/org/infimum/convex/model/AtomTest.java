package org.infimum.convex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.core.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The canonical form of an atom agrees with the function it stands for. */
class AtomTest {
  /** Errors of 1e-8 in the residuals, times multipliers of the size of the data, up to 10. */
  private static final double CLOSE = 1e-6;

  private static final int TRIALS = 5;

  /** What random arguments an atom is tried on. */
  enum Domain {
    REAL,
    POSITIVE,
    MATRIX,
    DEFINITE
  }

  record Case(String name, Domain domain, UnaryOperator<Expression> function) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> atoms() {
    List<Case> cases = new ArrayList<>();
    cases.add(new Case("abs", Domain.REAL, x -> Atoms.abs(x).sum()));
    cases.add(new Case("max", Domain.REAL, Atoms::max));
    cases.add(new Case("min", Domain.REAL, Atoms::min));
    cases.add(new Case("maximum", Domain.REAL, x -> Atoms.maximum(x, 0.2).sum()));
    cases.add(new Case("minimum", Domain.REAL, x -> Atoms.minimum(x, x.negate()).sum()));
    cases.add(new Case("norm1", Domain.REAL, Atoms::norm1));
    cases.add(new Case("norm2", Domain.REAL, Atoms::norm2));
    cases.add(new Case("normInf", Domain.REAL, Atoms::normInf));
    cases.add(new Case("normP 3", Domain.REAL, x -> Atoms.normP(x, 3.0)));
    cases.add(new Case("normP 1.2", Domain.REAL, x -> Atoms.normP(x, 1.2)));
    cases.add(new Case("square", Domain.REAL, x -> Atoms.square(x).sum()));
    cases.add(new Case("sumSquares", Domain.REAL, Atoms::sumSquares));
    cases.add(new Case("quadForm", Domain.REAL, x -> Atoms.quadForm(x, rankTwo(x.size(), 1.0))));
    cases.add(
        new Case("quadForm concave", Domain.REAL, x -> Atoms.quadForm(x, rankTwo(x.size(), -1.0))));
    cases.add(
        new Case(
            "quadOverLin",
            Domain.POSITIVE,
            x -> Atoms.quadOverLin(x.slice(1, x.size()), x.get(0))));
    cases.add(new Case("inverse", Domain.POSITIVE, x -> Atoms.inverse(x).sum()));
    cases.add(new Case("sqrt", Domain.POSITIVE, x -> Atoms.sqrt(x).sum()));
    cases.add(new Case("geoMean", Domain.POSITIVE, Atoms::geoMean));
    cases.add(new Case("geoMean of 2", Domain.POSITIVE, x -> Atoms.geoMean(x.slice(0, 2))));
    cases.add(new Case("pow 3", Domain.POSITIVE, x -> Atoms.pow(x, 3.0).sum()));
    cases.add(new Case("pow 4", Domain.REAL, x -> Atoms.pow(x, 4.0).sum()));
    cases.add(new Case("pow 0.3", Domain.POSITIVE, x -> Atoms.pow(x, 0.3).sum()));
    cases.add(new Case("pow -0.7", Domain.POSITIVE, x -> Atoms.pow(x, -0.7).sum()));
    cases.add(new Case("logSumExp", Domain.REAL, Atoms::logSumExp));
    cases.add(new Case("exp", Domain.REAL, x -> Atoms.exp(x).sum()));
    cases.add(new Case("log", Domain.POSITIVE, x -> Atoms.log(x).sum()));
    cases.add(new Case("entropy", Domain.POSITIVE, Atoms::entropy));
    cases.add(
        new Case(
            "relEntropy",
            Domain.POSITIVE,
            x -> Atoms.relEntropy(x, new double[] {0.5, 1.0, 2.0, 0.1})));
    cases.add(
        new Case(
            "relEntropy of halves",
            Domain.POSITIVE,
            x -> Atoms.relEntropy(x.slice(0, 2), x.slice(2, 4))));
    cases.add(new Case("sumLargest", Domain.REAL, x -> Atoms.sumLargest(x, 2)));
    cases.add(new Case("cvar", Domain.REAL, x -> Atoms.cvar(x, 0.7)));
    cases.add(new Case("huber", Domain.REAL, x -> Atoms.huber(x, 0.6).sum()));
    cases.add(new Case("lambdaMax", Domain.MATRIX, Atoms::lambdaMax));
    cases.add(new Case("lambdaMin", Domain.MATRIX, Atoms::lambdaMin));
    cases.add(new Case("logDet", Domain.DEFINITE, Atoms::logDet));
    cases.add(new Case("traceInv", Domain.DEFINITE, Atoms::traceInv));
    cases.add(
        new Case(
            "nuclear", Domain.MATRIX, x -> Atoms.nuclear(Atoms.stack(x, x.row(0).transpose()))));
    cases.add(new Case("norm2 of abs", Domain.REAL, x -> Atoms.norm2(Atoms.abs(x.minus(0.3)))));
    cases.add(new Case("log of sqrt", Domain.POSITIVE, x -> Atoms.log(Atoms.sqrt(x)).sum()));
    return cases;
  }

  private static double[][] rankTwo(int n, double sign) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = sign * (1.0 + (i - 1.0) * (j - 1.0));
      }
    }
    return matrix;
  }

  private static Variable variable(Model m, Domain domain) {
    return switch (domain) {
      case REAL, POSITIVE -> m.variable("x", 4);
      case MATRIX, DEFINITE -> m.symmetric("X", 3);
    };
  }

  /** Values of the columns: of a symmetric matrix its lower triangle. */
  private static double[] point(Random random, Domain domain) {
    return switch (domain) {
      case REAL -> random.doubles(4, -2.0, 2.0).toArray();
      case POSITIVE -> random.doubles(4, 0.1, 3.0).toArray();
      case MATRIX -> random.doubles(6, -1.0, 1.0).toArray();
      case DEFINITE -> definite(random);
    };
  }

  private static double[] definite(Random random) {
    double[] g = random.doubles(9, -1.0, 1.0).toArray();
    double[] lower = new double[6];
    for (int j = 0; j < 3; j++) {
      for (int i = j; i < 3; i++) {
        double sum = i == j ? 0.2 : 0.0;
        for (int k = 0; k < 3; k++) {
          sum += g[i + 3 * k] * g[j + 3 * k];
        }
        lower[new SemidefiniteCone(3).position(i, j)] = sum;
      }
    }
    return lower;
  }

  private static void optimize(Model m, Expression e) {
    if (e.curvature() == Curvature.CONVEX) {
      m.minimize(e);
    } else {
      assertEquals(Curvature.CONCAVE, e.curvature());
      m.maximize(e);
    }
  }

  private static Solution solve(Model m, long seed) {
    Solution s = m.solve(InteriorPoint.DEFAULT, Run.builder().threads(1).build());
    assertTrue(s.isOptimal(), () -> m + s.explain() + "replay with -Dinfimum.seed=" + seed);
    return s;
  }

  /** With its arguments fixed, the best value of the canonical form is the function's value. */
  @ParameterizedTest
  @MethodSource("atoms")
  void theCanonicalFormAtAFixedPointIsTheFunction(Case atom) {
    for (int trial = 0; trial < TRIALS; trial++) {
      long seed = Long.getLong("infimum.seed", 20261121L) + trial;
      double[] at = point(new Random(seed), atom.domain());
      Model m = Model.create(atom.name());
      Variable x = variable(m, atom.domain());
      x.bounds(-100.0, 100.0);
      Expression e = atom.function().apply(x);
      optimize(m, e);
      for (int i = 0; i < at.length; i++) {
        m.subjectTo(Atoms.sum(column(m, x, i)).eq(at[i]));
      }
      double direct = new Evaluation(m, at, new double[0]).of(e)[0];
      double canonical = solve(m, seed).objective();
      assertEquals(
          direct,
          canonical,
          CLOSE * (1.0 + Math.abs(direct)),
          "replay with -Dinfimum.seed=" + seed);
    }
  }

  private static Expression column(Model m, Variable x, int i) {
    return new Expression(m, Shape.SCALAR, Formula.name("column"), Block.columns(x.first + i, 1));
  }

  /**
   * The same in a constraint: the farthest value that the constraint lets through is the function's
   * value, so that no atom relies on going to P.
   */
  @ParameterizedTest
  @MethodSource("atoms")
  void aBoundOnTheAtomIsABoundOnTheFunction(Case atom) {
    long seed = Long.getLong("infimum.seed", 20261121L) + 100;
    double[] at = point(new Random(seed), atom.domain());
    Model m = Model.create(atom.name());
    Variable x = variable(m, atom.domain());
    Variable t = m.variable("t");
    Expression e = atom.function().apply(x);
    if (e.curvature() == Curvature.CONVEX) {
      m.minimize(t);
      m.subjectTo("bound", e.le(t));
    } else {
      m.maximize(t);
      m.subjectTo("bound", e.ge(t));
    }
    for (int i = 0; i < at.length; i++) {
      m.subjectTo(column(m, x, i).eq(at[i]));
    }
    double direct = new Evaluation(m, at, new double[] {}).of(e)[0];
    assertEquals(direct, solve(m, seed).objective(), CLOSE * (1.0 + Math.abs(direct)));
  }

  /** Midpoints obey the curvature that the atom declares, and values the sign. */
  @ParameterizedTest
  @MethodSource("atoms")
  void theDeclaredCurvatureAndSignHold(Case atom) {
    Model m = Model.create(atom.name());
    Variable x = variable(m, atom.domain());
    Expression e = atom.function().apply(x);
    Random random = new Random(Long.getLong("infimum.seed", 20261121L));
    for (int trial = 0; trial < 200; trial++) {
      double[] left = point(random, atom.domain());
      double[] right = point(random, atom.domain());
      double[] middle = new double[left.length];
      for (int i = 0; i < middle.length; i++) {
        middle[i] = 0.5 * (left[i] + right[i]);
      }
      double mean = 0.5 * (value(m, e, left) + value(m, e, right));
      double bend = mean - value(m, e, middle);
      double rounding = 1e-12 * (1.0 + Math.abs(mean));
      assertTrue(e.curvature() == Curvature.CONVEX ? bend >= -rounding : bend <= rounding);
      assertTrue(!e.sign().isNonnegative() || mean >= 0.0);
      assertTrue(!e.sign().isNonpositive() || mean <= 0.0);
    }
  }

  private static double value(Model m, Expression e, double[] at) {
    return new Evaluation(m, at, new double[0]).of(e)[0];
  }
}
