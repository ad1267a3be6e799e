package org.infimum.convex.model;

import static org.infimum.convex.model.Atoms.quadForm;
import static org.infimum.convex.model.Atoms.sum;
import static org.infimum.convex.model.Atoms.sumSquares;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Re-solves with new parameter values, in memory and from a file. */
class PreparedModelTest {
  private static final double CLOSE = 1e-6;

  @TempDir Path folder;

  /** Parameters in P, q, A, b and the constant. */
  private static Model model() {
    Model m = Model.create("all places");
    Variable x = m.variable("x", 3).bounds(-10.0, 10.0);
    Parameter curvature = m.parameter("curvature").nonNegative();
    Parameter price = m.parameter("price", 3);
    Parameter rate = m.parameter("rate");
    Parameter level = m.parameter("level");
    Parameter offset = m.parameter("offset");
    m.minimize(
        curvature
            .times(quadForm(x, new double[][] {{2, 1, 0}, {1, 3, 0}, {0, 0, 1}}))
            .plus(price.dot(x))
            .plus(sumSquares(x.minus(level)))
            .plus(offset));
    m.subjectTo("mix", x.get(0).plus(rate.times(x.get(1))).eq(level));
    m.subjectTo("top", sum(x).le(level.plus(2.0)));
    return m;
  }

  private static double[][] values(Random random) {
    return new double[][] {
      {random.nextDouble()},
      random.doubles(3, -1.0, 1.0).toArray(),
      {random.nextGaussian()},
      {random.nextGaussian()},
      {10.0 * random.nextGaussian()}
    };
  }

  private static void set(PreparedModel prepared, double[][] values) {
    prepared
        .set("curvature", values[0])
        .set("price", values[1])
        .set("rate", values[2])
        .set("level", values[3])
        .set("offset", values[4]);
  }

  /** A refilled form gives what a model built from the same numbers gives. */
  @Test
  void newValuesGiveTheAnswerOfAFreshModel() throws IOException {
    Model m = model();
    PreparedModel prepared = m.prepare();
    Path file = folder.resolve("model.prepared");
    prepared.save(file);
    PreparedModel loaded = PreparedModel.load(file);
    Run run = Run.builder().threads(1).build();
    Random random = new Random(Long.getLong("infimum.seed", 20261121L));
    for (int trial = 0; trial < 20; trial++) {
      double[][] values = values(random);
      for (int p = 0; p < values.length; p++) {
        m.parameters().get(p).set(values[p]);
      }
      set(prepared, values);
      set(loaded, values);
      Solution fresh = m.solve();
      assertEquals(Status.OPTIMAL, fresh.status());
      assertEquals(Status.OPTIMAL, prepared.solve(run));
      assertEquals(Status.OPTIMAL, loaded.solve(run));
      assertEquals(fresh.objective(), prepared.objective(), CLOSE);
      assertEquals(prepared.objective(), loaded.objective());
      assertArrayEquals(fresh.value("x"), loaded.solution().value("x"), 1e-5);
      assertArrayEquals(fresh.dual("mix"), loaded.solution().dual("mix"), 1e-4);
      assertTrue(loaded.solution().errors().within(1e-8));
      double[] x = new double[3];
      prepared.value("x", x);
      assertArrayEquals(prepared.solution().value("x"), x);
    }
  }

  /** Copies lent to virtual threads give, bit for bit, what one copy gives in a row. */
  @Test
  void copiesServeManyThreadsAtOnce() throws Exception {
    PreparedModel prepared = model().prepare();
    int requests = 40;
    double[] alone = new double[requests];
    for (int r = 0; r < requests; r++) {
      alone[r] = answer(prepared, r);
    }
    BlockingQueue<PreparedModel> idle =
        new ArrayBlockingQueue<>(3, false, List.of(prepared, prepared.copy(), prepared.copy()));
    List<Future<Double>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int r = 0; r < requests; r++) {
        int request = r;
        answers.add(
            threads.submit(
                () -> {
                  PreparedModel mine = idle.take();
                  try {
                    return answer(mine, request);
                  } finally {
                    idle.add(mine);
                  }
                }));
      }
    }
    for (int r = 0; r < requests; r++) {
      assertEquals(alone[r], answers.get(r).get());
    }
  }

  private static double answer(PreparedModel prepared, int request) {
    set(prepared, values(new Random(request)));
    assertEquals(Status.OPTIMAL, prepared.solve(Run.builder().threads(1).build()));
    return prepared.objective();
  }

  @Test
  void onlyValuesChangeSoTheCanonicalFormIsKept() {
    Model m = model();
    double[][] values = values(new Random(1));
    for (int p = 0; p < values.length; p++) {
      m.parameters().get(p).set(values[p]);
    }
    int[] first = m.program().a().rowIndices();
    m.parameters().get(2).set(7.0);
    assertSame(first, m.program().a().rowIndices());
  }

  @Test
  void aParameterMustBeKnownSetAndFit() {
    PreparedModel prepared = model().prepare();
    assertEquals(
        "Parameter curvature has no value: call set before solving.",
        assertThrows(InputException.class, () -> prepared.solve(Run.unlimited())).getMessage());
    assertEquals(
        "The model \"all places\" has no parameter \"prise\".",
        assertThrows(InputException.class, () -> prepared.set("prise", 1.0)).getMessage());
    assertEquals(
        "Parameter price is a vector of 3 but got 1 numbers.",
        assertThrows(InputException.class, () -> prepared.set("price", 1.0)).getMessage());
  }

  @Test
  void damageIsFoundBeforeAnythingIsRead() throws IOException {
    Path file = folder.resolve("model.prepared");
    model().prepare().save(file);
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(Long.getLong("infimum.seed", 20261121L));
    for (int trial = 0; trial < 200; trial++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThrows(InputException.class, () -> PreparedModel.load(file));
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThrows(InputException.class, () -> PreparedModel.load(file));
    Files.write(file, new byte[] {1, 2, 3});
    assertEquals(
        file + ": this is not a prepared model.",
        assertThrows(InputException.class, () -> PreparedModel.load(file)).getMessage());
  }
}
