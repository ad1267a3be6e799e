package org.infimum.bench.kernels;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.infimum.core.Run;
import org.infimum.linalg.LdlFactor;
import org.infimum.linalg.LdlKind;
import org.infimum.linalg.LdlSymbolic;
import org.infimum.linalg.Ordering;
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

/** One sparse factorization, and one solve with it, on the Newton systems of Netlib LPs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class LdlFactorBenchmark {
  /** The Netlib LP. */
  @Param({"ken-07", "d2q06c", "pilot", "maros-r7"})
  public String instance = "";

  /** Which matrix is factored. */
  @Param({"normal", "augmented"})
  public String system = "";

  /** How it is factored. */
  @Param({"SIMPLICIAL", "SUPERNODAL"})
  public LdlKind kind = LdlKind.AUTO;

  /** Threads of the factorization. */
  @Param("1")
  public int threads = 1;

  private final Run run = Run.unlimited();
  private double[] values = new double[0];
  private byte[] signs = new byte[0];
  private double[] rightHandSide = new double[0];

  // JMH calls the set-up method before anything else.
  @SuppressWarnings("NullAway.Init")
  private LdlFactor factor;

  /** Orders and analyzes the matrix, and factors it once. */
  @Setup
  public void prepare() {
    NewtonMatrices.Quasidefinite matrix =
        system.equals("normal")
            ? NewtonMatrices.normal(instance)
            : NewtonMatrices.augmented(instance);
    values = matrix.upper().values();
    signs = matrix.signs();
    LdlSymbolic symbolic =
        LdlSymbolic.analyze(matrix.upper(), Ordering.AMD.permutation(matrix.upper()), kind);
    factor = new LdlFactor(symbolic, threads);
    rightHandSide = new double[symbolic.dimension()];
    System.out.printf("%,d nonzeros, %.3g flops%n", symbolic.nonzeros(), symbolic.flops());
    factor();
  }

  /** The numeric factorization. */
  @Benchmark
  public boolean factor() {
    return factor.factor(values, signs, 1e-14, 1e-7, run);
  }

  /** Forward and back substitution. */
  @Benchmark
  public double[] solve() {
    Arrays.fill(rightHandSide, 1.0);
    factor.solve(rightHandSide);
    return rightHandSide;
  }
}
