package org.infimum.bench.kernels;

import java.util.concurrent.TimeUnit;
import org.infimum.bench.dense.DenseInput;
import org.infimum.linalg.dense.Diagonal;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Side;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.dense.Triangle;
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

/** The dense products and triangular solutions on square matrices. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DenseProductBenchmark {
  /** Order of the matrices. */
  @Param({"32", "256", "1024"})
  public int order;

  /** Threads of the kernels. */
  @Param("1")
  public int threads = 1;

  // JMH calls the set-up method before anything else.
  @SuppressWarnings("NullAway.Init")
  private DenseInput input;

  private double[] result = new double[0];
  private float[] left = new float[0];
  private float[] right = new float[0];
  private float[] narrowResult = new float[0];

  /** Random matrices. */
  @Setup
  public void prepare() {
    input = DenseInput.random(order, 1);
    result = input.right().clone();
    left = DenseInput.narrow(input.left());
    right = DenseInput.narrow(input.right());
    narrowResult = new float[result.length];
  }

  /** C = A B in double precision. */
  @Benchmark
  public double[] dgemm() {
    int n = order;
    Transpose no = Transpose.NO;
    double[] a = input.left();
    DoubleBlas.gemm(no, no, n, n, n, 1, a, 0, n, input.right(), 0, n, 0, result, 0, n, threads);
    return result;
  }

  /** C = A B in single precision. */
  @Benchmark
  public float[] sgemm() {
    int n = order;
    Transpose no = Transpose.NO;
    FloatBlas.gemm(no, no, n, n, n, 1, left, 0, n, right, 0, n, 0, narrowResult, 0, n, threads);
    return narrowResult;
  }

  /** The lower triangle of A A'. */
  @Benchmark
  public double[] dsyrk() {
    int n = order;
    double[] a = input.left();
    DoubleBlas.syrk(Triangle.LOWER, Transpose.NO, n, n, 1, a, 0, n, 0, result, 0, n, threads);
    return result;
  }

  /** X = L^-1 B with a diagonal that keeps X in range. */
  @Benchmark
  public double[] dtrsm() {
    int n = order;
    System.arraycopy(input.right(), 0, result, 0, result.length);
    DoubleBlas.trsm(
        Side.LEFT,
        Triangle.LOWER,
        Transpose.NO,
        Diagonal.STORED,
        n,
        n,
        1,
        input.definite(),
        0,
        n,
        result,
        0,
        n,
        threads);
    return result;
  }

  /** y = A x. */
  @Benchmark
  public double[] dgemv() {
    int n = order;
    double[] a = input.left();
    DoubleBlas.gemv(Transpose.NO, n, n, 1, a, 0, n, input.right(), 0, 1, 0, result, 0, 1, threads);
    return result;
  }
}
