package org.infimum.bench.spectral;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

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

/**
 * LAPACK in OpenBLAS, called in this process through the Foreign Function API: divide and conquer
 * for both tasks, dsyevd and dgesdd.
 *
 * @param threads how many it may use
 */
public record OpenBlasDecomposer(int threads) implements Decomposer {
  /** The library, looked for when it is first needed. */
  @SuppressWarnings("restricted") // native code is what is measured here
  private static final class Native {
    static final Optional<SymbolLookup> FOUND = find();

    private static Optional<SymbolLookup> find() {
      try {
        return Optional.of(NativeBlas.symbols());
      } catch (IllegalArgumentException absent) {
        return Optional.empty();
      }
    }

    static MethodHandle function(String name, FunctionDescriptor descriptor) {
      return Linker.nativeLinker()
          .downcallHandle(FOUND.orElseThrow().findOrThrow(name), descriptor);
    }
  }

  @Override
  public String name() {
    return "LAPACK (OpenBLAS)";
  }

  @Override
  public Optional<String> absence() {
    return Native.FOUND.isPresent()
        ? Optional.empty()
        : Optional.of("OpenBLAS was not found (Debian: libopenblas0-pthread).");
  }

  @Override
  public Outcome decompose(Task task, int n, double[] a) {
    try (Arena arena = Arena.ofConfined()) {
      Native.function("openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT))
          .invoke(threads);
      MemorySegment matrix = arena.allocateFrom(JAVA_DOUBLE, a);
      MemorySegment values = arena.allocate(JAVA_DOUBLE, n);
      double seconds =
          task == Task.EIGEN ? eigen(arena, n, matrix, values) : svd(arena, n, matrix, values);
      return new Outcome(seconds, values.toArray(JAVA_DOUBLE));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static double eigen(Arena arena, int n, MemorySegment a, MemorySegment w)
      throws Throwable {
    long work = 1 + 6L * n + 2L * n * n;
    int integers = 3 + 5 * n;
    MethodHandle dsyevd = Native.function("dsyevd_", pointers(11, 2));
    MemorySegment order = integer(arena, n);
    MemorySegment status = integer(arena, 0);
    MemorySegment doubles = arena.allocate(JAVA_DOUBLE, work);
    MemorySegment ints = arena.allocate(JAVA_INT, integers);
    MemorySegment doubleCount = integer(arena, Math.toIntExact(work));
    MemorySegment intCount = integer(arena, integers);
    MemorySegment vectors = letter(arena, 'V');
    MemorySegment lower = letter(arena, 'L');
    long start = System.nanoTime();
    dsyevd.invoke(
        vectors, lower, order, a, order, w, doubles, doubleCount, ints, intCount, status, 1L, 1L);
    double seconds = (System.nanoTime() - start) * 1e-9;
    check(status);
    return seconds;
  }

  private static double svd(Arena arena, int n, MemorySegment a, MemorySegment s) throws Throwable {
    long work = 8L * n + 64L * n + 4L * n * n;
    MethodHandle dgesdd = Native.function("dgesdd_", pointers(14, 1));
    MemorySegment order = integer(arena, n);
    MemorySegment status = integer(arena, 0);
    MemorySegment u = arena.allocate(JAVA_DOUBLE, (long) n * n);
    MemorySegment v = arena.allocate(JAVA_DOUBLE, (long) n * n);
    MemorySegment doubles = arena.allocate(JAVA_DOUBLE, work);
    MemorySegment ints = arena.allocate(JAVA_INT, 8L * n);
    MemorySegment doubleCount = integer(arena, Math.toIntExact(work));
    MemorySegment thin = letter(arena, 'S');
    long start = System.nanoTime();
    dgesdd.invoke(
        thin,
        order,
        order,
        a,
        order,
        s,
        u,
        order,
        v,
        order,
        doubles,
        doubleCount,
        ints,
        status,
        1L);
    double seconds = (System.nanoTime() - start) * 1e-9;
    check(status);
    return seconds;
  }

  /** A subroutine of so many arguments by reference, then the lengths of its strings. */
  private static FunctionDescriptor pointers(int count, int strings) {
    MemoryLayout[] layouts = new MemoryLayout[count + strings];
    Arrays.fill(layouts, 0, count, ADDRESS);
    Arrays.fill(layouts, count, count + strings, JAVA_LONG);
    return FunctionDescriptor.ofVoid(layouts);
  }

  private static MemorySegment integer(Arena arena, int value) {
    return arena.allocateFrom(JAVA_INT, value);
  }

  private static MemorySegment letter(Arena arena, char value) {
    return arena.allocateFrom(JAVA_BYTE, (byte) value);
  }

  private static void check(MemorySegment status) {
    int code = status.get(JAVA_INT, 0);
    if (code != 0) {
      throw new IllegalStateException("LAPACK returned " + code);
    }
  }
}
