package org.infimum.bench.sparse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.infimum.linalg.SparseMatrix;

/**
 * CHOLMOD, called in this process through the Foreign Function API: the shared library of
 * SuiteSparse 5.x (Debian: libsuitesparse-dev), whose layout of structures is known here. It
 * chooses between supernodal and simplicial by itself and calls the BLAS it was linked to.
 */
@SuppressWarnings("restricted") // the Foreign Function API is what this is for
public final class Cholmod {
  private static final String LIBRARY = "libcholmod.so.3";
  private static final String BLAS = "libopenblas.so.0";

  /** The only release line whose structures are laid out as below. */
  private static final int MAJOR = 3;

  private static final int MINOR = 0;

  /** Above the size of {@code cholmod_common}, and the offsets of what is set or read in it. */
  private static final long COMMON_BYTES = 8192;

  private static final long PRINT = 144;
  private static final long METHODS = 168;
  private static final long FIRST_ORDERING = 316;
  private static final long NONZEROS = 1984;

  private static final int UPPER = 1;
  private static final int LONG_INDICES = 2;
  private static final int REAL = 1;

  private final MethodHandle analyze;
  private final MethodHandle factorize;
  private final MethodHandle free;
  private final MethodHandle start;
  private final MethodHandle finish;

  /** A fill-reducing ordering of CHOLMOD, with its number there. */
  public enum Method {
    /** Approximate minimum degree. */
    AMD(2),

    /** Nested dissection by METIS. */
    METIS(3);

    private final int number;

    Method(int number) {
      this.number = number;
    }
  }

  private Cholmod(SymbolLookup library) {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor common = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    start = linker.downcallHandle(symbol(library, "cholmod_l_start"), common);
    finish = linker.downcallHandle(symbol(library, "cholmod_l_finish"), common);
    analyze =
        linker.downcallHandle(
            symbol(library, "cholmod_l_analyze"), FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
    factorize =
        linker.downcallHandle(
            symbol(library, "cholmod_l_factorize"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    free =
        linker.downcallHandle(
            symbol(library, "cholmod_l_free_factor"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  }

  private static MemorySegment symbol(SymbolLookup library, String name) {
    return library
        .find(name)
        .orElseThrow(() -> new IllegalStateException(LIBRARY + " has no " + name));
  }

  /** CHOLMOD, if the library is installed in the version that is known here. */
  public static Optional<Cholmod> find() {
    try {
      SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
      return isKnown(library) ? Optional.of(new Cholmod(library)) : Optional.empty();
    } catch (IllegalArgumentException absent) {
      return Optional.empty();
    }
  }

  private static boolean isKnown(SymbolLookup library) {
    MethodHandle version =
        Linker.nativeLinker()
            .downcallHandle(
                symbol(library, "cholmod_version"), FunctionDescriptor.of(JAVA_INT, ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment numbers = arena.allocate(JAVA_INT, 3);
      int code = (int) version.invokeExact(numbers);
      return code == 1000 * MAJOR + MINOR
          && numbers.getAtIndex(JAVA_INT, 0) == MAJOR
          && numbers.getAtIndex(JAVA_INT, 1) == MINOR;
    } catch (Throwable failure) {
      throw new IllegalStateException("cholmod_version", failure);
    }
  }

  /** Sets the threads of OpenBLAS where that is the BLAS beside CHOLMOD; false if it is not. */
  public static boolean setBlasThreads(int threads) {
    try {
      SymbolLookup library = SymbolLookup.libraryLookup(BLAS, Arena.global());
      MethodHandle set =
          Linker.nativeLinker()
              .downcallHandle(
                  symbol(library, "openblas_set_num_threads"), FunctionDescriptor.ofVoid(JAVA_INT));
      set.invokeExact(threads);
      return true;
    } catch (IllegalArgumentException absent) {
      return false;
    } catch (Throwable failure) {
      throw new IllegalStateException("openblas_set_num_threads", failure);
    }
  }

  /** A matrix analyzed by CHOLMOD, in memory of its own until it is closed. */
  final class Analyzed implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment common = arena.allocate(COMMON_BYTES, 16);
    private final MemorySegment matrix;
    private final MemorySegment factor;
    private final double seconds;

    private Analyzed(SparseMatrix upper, Method method) {
      matrix = copy(upper);
      call(start, common);
      common.set(JAVA_INT, PRINT, 0);
      common.set(JAVA_INT, METHODS, 1);
      common.set(JAVA_INT, FIRST_ORDERING, method.number);
      long before = System.nanoTime();
      try {
        factor = (MemorySegment) analyze.invokeExact(matrix, common);
      } catch (Throwable failure) {
        throw new IllegalStateException("cholmod_l_analyze", failure);
      }
      seconds = (System.nanoTime() - before) * 1e-9;
    }

    /** {@code cholmod_sparse}, field by field, over copies of the arrays. */
    private MemorySegment copy(SparseMatrix upper) {
      int n = upper.columns();
      int nonzeros = upper.nonzeros();
      MemorySegment starts = arena.allocate(JAVA_LONG, n + 1L);
      for (int j = 0; j <= n; j++) {
        starts.setAtIndex(JAVA_LONG, j, upper.columnStarts()[j]);
      }
      MemorySegment rows = arena.allocate(JAVA_LONG, nonzeros);
      for (int k = 0; k < nonzeros; k++) {
        rows.setAtIndex(JAVA_LONG, k, upper.rowIndices()[k]);
      }
      MemorySegment values = arena.allocate(JAVA_DOUBLE, nonzeros);
      MemorySegment.copy(upper.values(), 0, values, JAVA_DOUBLE, 0, nonzeros);
      MemorySegment sparse = arena.allocate(88, 8);
      sparse.setAtIndex(JAVA_LONG, 0, n);
      sparse.setAtIndex(JAVA_LONG, 1, n);
      sparse.setAtIndex(JAVA_LONG, 2, nonzeros);
      sparse.set(ADDRESS, 24, starts);
      sparse.set(ADDRESS, 32, rows);
      sparse.set(ADDRESS, 48, values);
      sparse.set(JAVA_INT, 64, UPPER);
      sparse.set(JAVA_INT, 68, LONG_INDICES);
      sparse.set(JAVA_INT, 72, REAL);
      sparse.set(JAVA_INT, 80, 1);
      sparse.set(JAVA_INT, 84, 1);
      return sparse;
    }

    /** Seconds that ordering and analysis took. */
    double seconds() {
      return seconds;
    }

    /** Entries of L. */
    double nonzeros() {
      return common.get(JAVA_DOUBLE, NONZEROS);
    }

    /** Factors the matrix. */
    void factor() {
      try {
        int done = (int) factorize.invokeExact(matrix, factor, common);
        if (done == 0) {
          throw new IllegalStateException("cholmod_l_factorize failed");
        }
      } catch (Throwable failure) {
        throw new IllegalStateException("cholmod_l_factorize", failure);
      }
    }

    @Override
    public void close() {
      MemorySegment handle = arena.allocate(ADDRESS);
      handle.set(ADDRESS, 0, factor);
      try {
        int freed = (int) free.invokeExact(handle, common);
        if (freed == 0) {
          throw new IllegalStateException("cholmod_l_free_factor failed");
        }
      } catch (Throwable failure) {
        throw new IllegalStateException("cholmod_l_free_factor", failure);
      }
      call(finish, common);
      arena.close();
    }
  }

  private static void call(MethodHandle function, MemorySegment common) {
    try {
      int done = (int) function.invokeExact(common);
      if (done == 0) {
        throw new IllegalStateException("CHOLMOD failed");
      }
    } catch (Throwable failure) {
      throw new IllegalStateException("CHOLMOD", failure);
    }
  }

  /** Orders and analyzes a positive definite matrix given by its upper triangle. */
  Analyzed analyze(SparseMatrix upper, Method method) {
    return new Analyzed(upper, method);
  }
}
