package org.infimum.bench.peer;

import com.google.ortools.Loader;
import java.util.Optional;

/** The native library of OR-Tools, loaded once. */
final class OrTools {
  private static final Optional<String> ABSENCE = load();

  private OrTools() {}

  /** Why OR-Tools cannot be used here, in one sentence; empty if it is loaded. */
  static Optional<String> absence() {
    return ABSENCE;
  }

  /** The version of the jar, taken from its manifest's package data or its name. */
  static String version() {
    String jar = Loader.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return jar.replaceAll(".*ortools-java-(.*)\\.jar", "$1");
  }

  private static Optional<String> load() {
    try {
      Loader.loadNativeLibraries();
      return Optional.empty();
    } catch (RuntimeException | LinkageError failure) {
      return Optional.of("OR-Tools does not load here: " + failure.getMessage());
    }
  }
}
