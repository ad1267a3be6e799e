package org.infimum.bench.kernels;

import java.util.concurrent.TimeUnit;
import org.infimum.bench.dense.DenseInput;
import org.infimum.bench.dense.DenseOperation;
import org.infimum.bench.dense.InfimumDense;
import org.infimum.linalg.spectral.DoubleSvd;
import org.infimum.linalg.spectral.DoubleSymmetricEigen;
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

/** The dense factorizations, each of a fresh copy of its matrix, and the decompositions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DenseFactorBenchmark {
  /** Order of the matrix. */
  @Param({"32", "256", "1024"})
  public int order;

  /** Threads of the kernels. */
  @Param("1")
  public int threads = 1;

  /** A prepared run, which JMH's set-up method replaces before anything else. */
  private Runnable cholesky = () -> {};

  private Runnable ldl = () -> {};
  private Runnable qr = () -> {};
  private Runnable eigen = () -> {};
  private Runnable svd = () -> {};

  /** Random matrices. */
  @Setup
  public void prepare() {
    DenseInput input = DenseInput.random(order, 1);
    InfimumDense kernels = new InfimumDense();
    cholesky = kernels.task(DenseOperation.CHOLESKY, input, threads);
    ldl = kernels.task(DenseOperation.LDL, input, threads);
    qr = kernels.task(DenseOperation.QR, input, threads);
    DoubleSymmetricEigen symmetric = new DoubleSymmetricEigen(order, threads);
    eigen = () -> symmetric.decompose(input.definite(), 0, order);
    DoubleSvd general = new DoubleSvd(order, order, threads);
    svd = () -> general.decompose(input.left(), 0, order);
  }

  /** A = L L'. */
  @Benchmark
  public void cholesky() {
    cholesky.run();
  }

  /** P A P' = L D L' by Bunch and Kaufman. */
  @Benchmark
  public void ldl() {
    ldl.run();
  }

  /** A = Q R. */
  @Benchmark
  public void qr() {
    qr.run();
  }

  /** Eigenvalues and eigenvectors of a symmetric matrix. */
  @Benchmark
  public void symmetricEigen() {
    eigen.run();
  }

  /** Singular values and vectors. */
  @Benchmark
  public void svd() {
    svd.run();
  }
}
