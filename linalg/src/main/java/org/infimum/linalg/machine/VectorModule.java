package org.infimum.linalg.machine;

/**
 * The module {@code jdk.incubator.vector}. With {@code --add-modules} it is in the boot layer,
 * which keeps the JVM from mapping its archived module graph and costs each start about as much as
 * the JVM itself. The launcher therefore starts without it, with {@code -Dinfimum.vector=late} and
 * the flags that let the JVM add it once a kernel asks for it.
 */
final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /** Whether the module is there; adds it first if the launcher left that to us. */
  static boolean isPresent() {
    return ModuleLayer.boot().findModule(NAME).isPresent()
        || (System.getProperty("infimum.vector", "").equals("late") && isAdded());
  }

  private static boolean isAdded() {
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
      return true;
    } catch (ReflectiveOperationException unavailable) {
      return false;
    }
  }
}
