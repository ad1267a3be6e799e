package org.infimum.bench.dense;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;
import org.infimum.linalg.dense.NativeBlas;

/** OpenBLAS and the LAPACK in it, where the system has them, through the Foreign Function API. */
@SuppressWarnings("restricted") // a native library is what this class is about
public final class OpenBlas implements DensePeer {
  private static final int COLUMN_MAJOR = 102;
  private static final int NO_TRANSPOSE = 111;

  private final SymbolLookup symbols;
  private final MethodHandle setThreads;

  private OpenBlas(SymbolLookup symbols) {
    this.symbols = symbols;
    setThreads = handle("openblas_set_num_threads", JAVA_INT);
  }

  /** The library, if the system has it. */
  public static Optional<OpenBlas> find() {
    try {
      return Optional.of(new OpenBlas(NativeBlas.symbols()));
    } catch (IllegalArgumentException absent) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return "OpenBLAS";
  }

  @Override
  public Runnable task(DenseOperation operation, DenseInput input, int threads) {
    Task task =
        switch (operation) {
          case DGEMM -> doubleProduct(input);
          case SGEMM -> singleProduct(input);
          case CHOLESKY -> factorization("dpotrf_", input, operation, false);
          case LDL, QUASIDEFINITE -> factorization("dsytrf_", input, operation, true);
          case LU -> rectangular("dgetrf_", input, operation, false);
          case QR -> rectangular("dgeqrf_", input, operation, true);
        };
    return () -> {
      try {
        setThreads.invokeExact(threads);
        task.run();
      } catch (Throwable failure) {
        throw new IllegalStateException("OpenBLAS failed", failure);
      }
    };
  }

  /** A call that may throw whatever a method handle throws. */
  private interface Task {
    void run() throws Throwable;
  }

  private MethodHandle handle(String name, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
  }

  /** The signature of the CBLAS products but for the type of their scalars. */
  private MethodHandle product(String name, MemoryLayout scalar) {
    return handle(
        name, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, scalar, ADDRESS, JAVA_INT,
        ADDRESS, JAVA_INT, scalar, ADDRESS, JAVA_INT);
  }

  private Task doubleProduct(DenseInput input) {
    int n = input.n();
    MethodHandle dgemm = product("cblas_dgemm", JAVA_DOUBLE);
    MemorySegment left = native64(input.left());
    MemorySegment right = native64(input.right());
    MemorySegment result = native64(input.left());
    return () -> {
      dgemm.invokeExact(
          COLUMN_MAJOR,
          NO_TRANSPOSE,
          NO_TRANSPOSE,
          n,
          n,
          n,
          1.0,
          left,
          n,
          right,
          n,
          0.0,
          result,
          n);
    };
  }

  private Task singleProduct(DenseInput input) {
    int n = input.n();
    MethodHandle sgemm = product("cblas_sgemm", JAVA_FLOAT);
    MemorySegment left = native32(input.left());
    MemorySegment right = native32(input.right());
    MemorySegment result = native32(input.left());
    return () -> {
      sgemm.invokeExact(
          COLUMN_MAJOR, NO_TRANSPOSE, NO_TRANSPOSE, n, n, n, 1f, left, n, right, n, 0f, result, n);
    };
  }

  /** A LAPACK routine (UPLO, N, A, LDA, ..., INFO), with IPIV, WORK, LWORK before INFO or not. */
  private Task factorization(
      String name, DenseInput input, DenseOperation operation, boolean pivots) {
    MemorySegment lower = Arena.ofAuto().allocateFrom("L");
    MemorySegment order = integer(input.n());
    MemorySegment source = native64(input.matrix(operation));
    MemorySegment a = native64(input.left());
    MemorySegment info = integer(0);
    if (!pivots) {
      MethodHandle routine = handle(name, addresses(5));
      return () -> {
        a.copyFrom(source);
        routine.invokeExact(lower, order, a, order, info);
      };
    }
    MethodHandle routine = handle(name, addresses(8));
    MemorySegment swaps = Arena.ofAuto().allocate(JAVA_INT, input.n());
    MemorySegment work = Arena.ofAuto().allocate(JAVA_DOUBLE, 64L * input.n());
    MemorySegment workSize = integer(64 * input.n());
    return () -> {
      a.copyFrom(source);
      routine.invokeExact(lower, order, a, order, swaps, work, workSize, info);
    };
  }

  /** A LAPACK routine (M, N, A, LDA, IPIV or TAU, ..., INFO), with WORK and LWORK or not. */
  private Task rectangular(String name, DenseInput input, DenseOperation operation, boolean works) {
    MemorySegment order = integer(input.n());
    MemorySegment source = native64(input.matrix(operation));
    MemorySegment a = native64(input.left());
    MemorySegment vector = Arena.ofAuto().allocate(JAVA_DOUBLE, input.n());
    MemorySegment info = integer(0);
    if (!works) {
      MethodHandle routine = handle(name, addresses(6));
      return () -> {
        a.copyFrom(source);
        routine.invokeExact(order, order, a, order, vector, info);
      };
    }
    MethodHandle routine = handle(name, addresses(8));
    MemorySegment work = Arena.ofAuto().allocate(JAVA_DOUBLE, 64L * input.n());
    MemorySegment workSize = integer(64 * input.n());
    return () -> {
      a.copyFrom(source);
      routine.invokeExact(order, order, a, order, vector, work, workSize, info);
    };
  }

  private static MemoryLayout[] addresses(int count) {
    MemoryLayout[] arguments = new MemoryLayout[count];
    Arrays.fill(arguments, ADDRESS);
    return arguments;
  }

  private static MemorySegment integer(int value) {
    return Arena.ofAuto().allocateFrom(JAVA_INT, value);
  }

  /** Aligned to cache lines, as OpenBLAS likes it. */
  private static MemorySegment native64(double[] values) {
    MemorySegment segment = Arena.ofAuto().allocate(8L * values.length, 64);
    return segment.copyFrom(MemorySegment.ofArray(values));
  }

  private static MemorySegment native32(double[] values) {
    MemorySegment segment = Arena.ofAuto().allocate(4L * values.length, 64);
    return segment.copyFrom(MemorySegment.ofArray(DenseInput.narrow(values)));
  }
}
