package org.infimum.bench.kernels;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.infimum.core.Run;
import org.infimum.linalg.LdlFactor;
import org.infimum.linalg.LdlKind;
import org.infimum.linalg.LdlSymbolic;
import org.infimum.linalg.Ordering;
import org.infimum.linalg.SparseMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The dense panel kernels with nothing around them: a full matrix of order n is one chain of
 * panels, and n^3 / 3 multiply-adds. Once on the best kernels, once on their scalar twins.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DensePanelBenchmark {
  /** Order of the matrix. */
  @Param({"32", "128", "512", "1024"})
  public int order;

  private final Run run = Run.unlimited();
  private double[] values = new double[0];
  private byte[] signs = new byte[0];

  // JMH calls the set-up method before anything else.
  @SuppressWarnings("NullAway.Init")
  private LdlFactor factor;

  /** Analyzes a full, diagonally dominant matrix. */
  @Setup
  public void prepare() {
    int entries = order * (order + 1) / 2;
    int[] starts = new int[order + 1];
    int[] rows = new int[entries];
    values = new double[entries];
    int at = 0;
    for (int j = 0; j < order; j++) {
      for (int i = 0; i <= j; i++) {
        rows[at] = i;
        values[at++] = i == j ? order : 1.0 / (1.0 + j - i);
      }
      starts[j + 1] = at;
    }
    SparseMatrix upper = new SparseMatrix(order, order, starts, rows, values);
    signs = new byte[order];
    Arrays.fill(signs, (byte) 1);
    factor =
        new LdlFactor(
            LdlSymbolic.analyze(upper, Ordering.NATURAL.permutation(upper), LdlKind.SUPERNODAL), 1);
  }

  /** The best kernels of the machine. */
  @Benchmark
  @Fork(1)
  public boolean best() {
    return factor.factor(values, signs, 1e-14, 1e-7, run);
  }

  /** Their scalar twins. */
  @Benchmark
  @Fork(value = 1, jvmArgsAppend = "-Dinfimum.kernels=scalar")
  public boolean scalar() {
    return factor.factor(values, signs, 1e-14, 1e-7, run);
  }
}
