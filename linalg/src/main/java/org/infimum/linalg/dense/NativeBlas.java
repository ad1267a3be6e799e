package org.infimum.linalg.dense;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OpenBLAS, or another library with the CBLAS interface and 32-bit integers, for large products and
 * triangular solutions of {@link DoubleBlas} and {@link FloatBlas}. It is never needed, and taken
 * only when asked for: by {@link #use}, or by the system property {@value #PROPERTY}, whose value
 * is the path of the library or empty for the usual names. Small products stay in Java.
 *
 * <p>A caller on the module path starts Java with {@code
 * --enable-native-access=org.infimum.linalg}, one on the class path with {@code
 * --enable-native-access=ALL-UNNAMED}; otherwise Java warns, or refuses. The bits of a result are
 * then the library's, and may change with the number of threads.
 */
@SuppressWarnings("restricted") // a native library is what this class is about
public final class NativeBlas {
  /** The system property that asks for the library. */
  public static final String PROPERTY = "infimum.native-blas";

  private static final String SET_THREADS = "openblas_set_num_threads";

  private final String name;
  private final SymbolLookup symbols;
  private final @Nullable MethodHandle setThreads;
  private final DoubleNativeBlas doubles;
  private final FloatNativeBlas floats;
  private volatile int threads;

  private NativeBlas(String name, SymbolLookup symbols) {
    this.name = name;
    this.symbols = symbols;
    setThreads =
        symbols
            .find(SET_THREADS)
            .map(
                address ->
                    Linker.nativeLinker()
                        .downcallHandle(address, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT)))
            .orElse(null);
    doubles = new DoubleNativeBlas(this);
    floats = new FloatNativeBlas(this);
  }

  /** What the property asks for is looked for by the first product that is large enough. */
  private static final class Chosen {
    static volatile @Nullable NativeBlas library = ofProperty();

    private static @Nullable NativeBlas ofProperty() {
      String path = System.getProperty(PROPERTY);
      if (path == null) {
        return null;
      }
      try {
        return load(path);
      } catch (IllegalArgumentException absent) {
        System.getLogger("org.infimum.linalg")
            .log(Level.WARNING, absent.getMessage() + " The kernels in Java are used.");
        return null;
      }
    }
  }

  /**
   * Hands large products to a library from now on.
   *
   * @param path the library, or empty for OpenBLAS under its usual names
   * @return the name under which it was found
   * @throws IllegalArgumentException with one sentence if it is not found or not usable
   */
  public static String use(String path) {
    NativeBlas library = load(path);
    Chosen.library = library;
    return library.name;
  }

  /** Keeps all products in Java from now on. */
  public static void stop() {
    Chosen.library = null;
  }

  /** The name of the library in use, if any. */
  public static Optional<String> name() {
    NativeBlas library = Chosen.library;
    return library == null ? Optional.empty() : Optional.of(library.name);
  }

  /**
   * The symbols of OpenBLAS, for callers of functions that are not offered here.
   *
   * @throws IllegalArgumentException with one sentence if it is not found
   */
  public static SymbolLookup symbols() {
    return load("").symbols;
  }

  static @Nullable DoubleNativeBlas doubles() {
    NativeBlas library = Chosen.library;
    return library == null ? null : library.doubles;
  }

  static @Nullable FloatNativeBlas floats() {
    NativeBlas library = Chosen.library;
    return library == null ? null : library.floats;
  }

  private static NativeBlas load(String path) {
    List<String> names = path.isEmpty() ? usualNames() : List.of(path);
    try {
      for (String name : names) {
        SymbolLookup symbols = open(name);
        if (symbols != null) {
          return new NativeBlas(name, symbols);
        }
      }
    } catch (NoSuchElementException missing) {
      throw new IllegalArgumentException(
          String.join(", ", names) + " has no CBLAS interface: " + missing.getMessage() + ".",
          missing);
    } catch (IllegalCallerException denied) {
      throw new IllegalArgumentException(
          "A native BLAS needs native access: start Java with"
              + " --enable-native-access=org.infimum.linalg, or ALL-UNNAMED on the class path.",
          denied);
    }
    throw new IllegalArgumentException(
        path.isEmpty()
            ? "A native BLAS was asked for, but no library named "
                + String.join(", ", names)
                + " was found (Debian: libopenblas0-pthread)."
            : "A native BLAS was asked for, but " + path + " is no library that can be loaded.");
  }

  private static List<String> usualNames() {
    String name = System.mapLibraryName("openblas");
    List<String> names = new ArrayList<>();
    if (name.endsWith(".so")) {
      names.add(name + ".0");
    }
    names.add(name);
    if (name.endsWith(".dll")) {
      names.add("lib" + name);
    }
    return names;
  }

  private static @Nullable SymbolLookup open(String name) {
    try {
      return SymbolLookup.libraryLookup(name, Arena.global());
    } catch (IllegalArgumentException absent) {
      return null;
    }
  }

  /**
   * A function that returns nothing. It is called without leaving Java's state, so that arrays need
   * no copy; calls must therefore be short.
   */
  MethodHandle function(String symbol, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(
            symbols.findOrThrow(symbol),
            FunctionDescriptor.ofVoid(arguments),
            Linker.Option.critical(true));
  }

  /** Makes the library use so many threads. */
  void setThreads(int count) {
    if (setThreads == null || count == threads) {
      return;
    }
    try {
      setThreads.invokeExact(count);
      threads = count;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }
}
