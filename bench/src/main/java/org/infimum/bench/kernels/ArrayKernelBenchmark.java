package org.infimum.bench.kernels;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.array.FloatSoftmax;
import org.infimum.linalg.lowbit.BlockFormat;
import org.infimum.linalg.lowbit.BlockMatrix;
import org.infimum.linalg.sparse.SparseOperator;
import org.infimum.linalg.transform.DoubleFft;
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
 * Kernels that read each number once or a few times: soft-max, low-bit and sparse products, FFT.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ArrayKernelBenchmark {
  private static final int ROWS = 1024;
  private static final int ENTRIES_PER_COLUMN = 8;

  /** Entries of a row, columns of a matrix, length of a transform. */
  @Param({"1024", "16384"})
  public int length;

  /** Threads of the products. */
  @Param("1")
  public int threads = 1;

  private float[] row = new float[0];
  private float[] normalized = new float[0];
  private double[] real = new double[0];
  private double[] imaginary = new double[0];
  private double[] image = new double[0];
  private final float[] product = new float[ROWS];

  // JMH calls the set-up method before anything else.
  @SuppressWarnings("NullAway.Init")
  private BlockMatrix fourBits;

  @SuppressWarnings("NullAway.Init")
  private SparseOperator sparse;

  @SuppressWarnings("NullAway.Init")
  private DoubleFft transform;

  /** Random numbers, and a sparse matrix with entries at random places. */
  @Setup
  public void prepare() {
    Random random = new Random(1);
    row = new float[length];
    float[] weights = new float[ROWS * length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    System.arraycopy(weights, 0, row, 0, length);
    normalized = new float[length];
    real = random.doubles(length).toArray();
    imaginary = new double[length];
    image = new double[length];
    fourBits = BlockMatrix.quantize(BlockFormat.Q4_0, ROWS, length, weights, 0, length);
    transform = new DoubleFft(length);
    int[] starts = new int[length + 1];
    int[] rows = new int[length * ENTRIES_PER_COLUMN];
    for (int j = 0; j < length; j++) {
      starts[j + 1] = starts[j] + ENTRIES_PER_COLUMN;
      int[] places = random.ints(0, length).distinct().limit(ENTRIES_PER_COLUMN).sorted().toArray();
      System.arraycopy(places, 0, rows, starts[j], ENTRIES_PER_COLUMN);
    }
    double[] values = random.doubles(rows.length).toArray();
    sparse = new SparseOperator(new SparseMatrix(length, length, starts, rows, values), threads);
  }

  /** Soft-max of a row. */
  @Benchmark
  public float[] softmax() {
    FloatSoftmax.softmax(length, row, 0, normalized, 0);
    return normalized;
  }

  /** A matrix of 4-bit blocks with 1024 rows times a vector. */
  @Benchmark
  public float[] fourBitProduct() {
    fourBits.multiply(row, 0, product, 0, threads);
    return product;
  }

  /** A sparse matrix with eight entries a column times a vector. */
  @Benchmark
  public double[] sparseProduct() {
    sparse.apply(real, image);
    return image;
  }

  /** A Fourier transform there and back. */
  @Benchmark
  public double[] fourierTransform() {
    transform.forward(real, imaginary, 0);
    transform.inverse(real, imaginary, 0);
    return real;
  }
}
