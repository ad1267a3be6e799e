package org.infimum.convex.model;

import static org.infimum.convex.model.Atoms.exp;
import static org.infimum.convex.model.Atoms.lambdaMax;
import static org.infimum.convex.model.Atoms.logSumExp;
import static org.infimum.convex.model.Atoms.mul;
import static org.infimum.convex.model.Atoms.norm2;
import static org.infimum.convex.model.Atoms.sum;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Convex;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models with curved cones: known answers, duals, parameters, files. */
class ConicModelTest {
  private static final double CLOSE = 1e-6;

  @TempDir Path folder;

  /** The nearest point of a half plane: sqrt 2 away, and the dual is the derivative. */
  @Test
  void theDualOfAnInequalityIsTheSlopeOfTheOptimum() {
    Model m = Model.create("distance");
    Variable x = m.variable("x", 2);
    m.minimize(norm2(x));
    Constraint plane = m.subjectTo("plane", sum(x).ge(2.0));
    Solution s = m.solve();
    assertEquals(Math.sqrt(2.0), s.objective(), CLOSE);
    assertEquals(Math.sqrt(0.5), s.dual(plane)[0], CLOSE);
    assertArrayEquals(new double[] {1.0, 1.0}, s.value(x), 1e-5);
  }

  /** The largest eigenvalue as a semidefinite program and its dual, the eigenprojection. */
  @Test
  void theDualOfASemidefiniteConstraintIsAMatrix() {
    Model m = Model.create("eigenvalue");
    Variable t = m.variable("t");
    Expression matrix = Expression.constant(new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, 1}});
    Expression identity = Atoms.diagonalMatrix(Expression.constant(1.0, 1.0, 1.0));
    m.minimize(t);
    Constraint above = m.subjectTo("above", t.times(identity).minus(matrix).semidefinite());
    Solution s = m.solve();
    assertEquals(3.0, s.objective(), CLOSE);
    assertArrayEquals(new double[] {0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 0}, s.dual(above), 1e-5);
  }

  /** max Re(w'Hw) over unit vectors: the complex matrix [[0, i], [-i, 0]] has eigenvalues +-1. */
  @Test
  void aHermitianMatrixIsSemidefiniteByItsRealEmbedding() {
    Model m = Model.create("hermitian");
    HermitianVariable h = m.hermitian("H", 2);
    m.maximize(h.imaginary().get(0, 1));
    m.subjectTo("trace", h.real().trace().eq(1.0));
    m.subjectTo("psd", h.semidefinite());
    Solution s = m.solve();
    assertEquals(0.5, s.objective(), CLOSE);
    double[][] imaginary = s.matrix(h.imaginary());
    assertEquals(-imaginary[0][1], imaginary[1][0]);
    assertEquals(0.0, imaginary[0][0]);
  }

  @Test
  void rowsInAConeOfTheUsersChoice() {
    Model m = Model.create("cone");
    Variable x = m.variable("x", 3);
    m.minimize(x.get(2));
    m.subjectTo("start", x.slice(0, 2).eq(new double[] {1.0, 1.0}));
    m.subjectTo("exp", x.in(new ExponentialCone()));
    assertEquals(Math.E, m.solve().objective(), CLOSE);
  }

  /** Parameters inside norms, exponentials and semidefinite blocks: refilled as if built anew. */
  @Test
  void parametersInsideConesAreRefilled() {
    Model m = Model.create("robust");
    Variable x = m.variable("x", 2).bounds(-5.0, 5.0);
    Parameter center = m.parameter("center", 2);
    Parameter rate = m.parameter("rate");
    Parameter entry = m.parameter("entry");
    Parameter weight = m.parameter("weight").nonNegative();
    Expression matrix =
        Atoms.besides(
            Atoms.stack(x.get(0), entry.times(x.get(1))),
            Atoms.stack(entry.times(x.get(1)), x.get(1).plus(entry)));
    Expression cost =
        norm2(x.minus(center)).plus(weight.times(logSumExp(rate.times(x)))).plus(lambdaMax(matrix));
    m.minimize(cost);
    PreparedModel prepared = m.prepare();
    Path file = folder.resolve("robust.prepared");
    prepared.save(file);
    PreparedModel loaded = PreparedModel.load(file);
    Run run = Run.builder().threads(1).build();
    Random random = new Random(Long.getLong("infimum.seed", 20261121L));
    for (int trial = 0; trial < 5; trial++) {
      double[] c = random.doubles(2, -2.0, 2.0).toArray();
      double r = random.nextGaussian();
      double e = random.nextGaussian();
      double w = random.nextDouble();
      center.set(c);
      rate.set(r);
      entry.set(e);
      weight.set(w);
      Solution fresh = m.solve();
      assertEquals(Status.OPTIMAL, fresh.status(), fresh::explain);
      loaded.set("center", c).set("rate", r).set("entry", e).set("weight", w);
      assertEquals(Status.OPTIMAL, loaded.solve(run));
      assertEquals(fresh.objective(), loaded.objective(), 1e-5);
      assertEquals(fresh.objective(), fresh.scalar(cost), 1e-5);
    }
  }

  /** A file in conic benchmark format holds the same program. */
  @Test
  void aModelWrittenToAFileHasTheSameOptimum() {
    Model m = Model.create("file");
    Variable x = m.variable("x", 3).nonNegative();
    m.minimize(norm2(x.minus(new double[] {1, 2, 3})).plus(sum(exp(x))));
    m.subjectTo("rows", mul(new double[][] {{1, 1, 0}, {0, 1, 1}}, x).between(0.5, 1.0));
    m.subjectTo("one", x.get(0).le(0.25));
    Path file = folder.resolve("file.cbf");
    m.writeTo(file);
    double read = Convex.solve(ProblemFiles.read(file, ReadOptions.strict()).program()).objective();
    assertEquals(m.solve().objective(), read, CLOSE);
  }

  @Test
  void aLinearModelIsWrittenWithItsNames() {
    Model m = Model.create("names");
    Variable x = m.matrix("X", 2, 2).nonNegative();
    m.minimize(sum(x));
    m.subjectTo("total", sum(x).ge(3.0));
    m.subjectTo("each", x.le(2.0));
    Path file = folder.resolve("names.mps");
    m.writeTo(file);
    ConicProgram program = ProblemFiles.read(file, ReadOptions.strict()).program();
    assertEquals("X[1,0]", program.columnName(1));
    assertEquals("total", program.rowName(0));
    assertEquals("each[3]", program.rowName(4));
    assertEquals(3.0, Convex.solve(program).objective(), CLOSE);
  }

  /** The definition of an atom takes part in a proof under the atom's formula. */
  @Test
  void anInfeasibleConicModelNamesTheConstraints() {
    Model m = Model.create("infeasible");
    Variable x = m.variable("x", 2);
    m.minimize(sum(x));
    m.subjectTo("ball", norm2(x).le(1.0));
    m.subjectTo("far", sum(x).ge(3.0));
    Solution s = m.solve();
    assertEquals(Status.PRIMAL_INFEASIBLE, s.status());
    List<String> names = s.conflicts().stream().map(Solution.Conflict::name).toList();
    assertTrue(names.contains("ball") && names.contains("far"), s::explain);
    assertTrue(names.contains("the definition of norm2(x)"), s::explain);
  }
}
