package org.infimum.bench.kernels;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.infimum.linalg.dense.DoubleCholesky;
import org.infimum.linalg.dense.DoubleSmallBatch;
import org.infimum.linalg.dense.Triangle;
import org.infimum.linalg.spectral.DoubleSymmetricEigen;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Thousands of small matrices at once, beside a loop over the general code; times a matrix. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(SmallBatchBenchmark.COUNT)
public class SmallBatchBenchmark {
  /** Matrices. */
  public static final int COUNT = 2048;

  /** Their order. */
  @Param({"2", "3", "4", "6", "8"})
  public int order;

  private double[] together = new double[0];
  private double[] apart = new double[0];
  private double[] work = new double[0];
  private double[] vectors = new double[0];

  // JMH calls the set-up method before anything else.
  @SuppressWarnings("NullAway.Init")
  private DoubleSmallBatch batch;

  /** Random positive definite matrices, in groups and one after the other. */
  @Setup
  public void prepare() {
    Random random = new Random(1);
    int size = order * order;
    batch = new DoubleSmallBatch(order);
    together = new double[batch.length(COUNT)];
    apart = new double[COUNT * size];
    for (int b = 0; b < COUNT; b++) {
      for (int j = 0; j < order; j++) {
        for (int i = 0; i <= j; i++) {
          double element = random.nextGaussian() + (i == j ? 20 : 0);
          together[batch.index(i, j, b)] = element;
          together[batch.index(j, i, b)] = element;
          apart[b * size + i + j * order] = element;
          apart[b * size + j + i * order] = element;
        }
      }
    }
    work = new double[together.length];
    vectors = new double[together.length];
  }

  /** Products. */
  @Benchmark
  public double[] multiply() {
    batch.multiply(0, COUNT, together, together, work);
    return work;
  }

  /** Cholesky factors. */
  @Benchmark
  public double[] cholesky() {
    System.arraycopy(together, 0, work, 0, work.length);
    batch.cholesky(0, COUNT, work);
    return work;
  }

  /** Cholesky factors, one by one. */
  @Benchmark
  public double[] choleskyOneByOne() {
    System.arraycopy(apart, 0, work, 0, apart.length);
    DoubleCholesky general = new DoubleCholesky(Triangle.LOWER, 1);
    for (int b = 0; b < COUNT; b++) {
      general.factor(order, work, b * order * order, order);
    }
    return work;
  }

  /** Eigenvalues and eigenvectors. */
  @Benchmark
  public double[] symmetricEigen() {
    System.arraycopy(together, 0, work, 0, work.length);
    batch.symmetricEigen(0, COUNT, work, vectors);
    return work;
  }

  /** Eigenvalues and eigenvectors, one by one. */
  @Benchmark
  public double[] symmetricEigenOneByOne() {
    DoubleSymmetricEigen general = new DoubleSymmetricEigen(order, 1);
    for (int b = 0; b < COUNT; b++) {
      general.decompose(apart, b * order * order, order);
    }
    return general.values();
  }
}
