package org.infimum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a reader must know of the machine behind a table. */
final class Machine {
  private Machine() {}

  /** Processor, virtual machine, heap and date, in one line. */
  static String description() {
    Runtime runtime = Runtime.getRuntime();
    return processor()
        + runtime.availableProcessors()
        + " processors, JDK "
        + Runtime.version()
        + ", heap "
        + (runtime.maxMemory() >> 20)
        + " MiB, "
        + LocalDate.now(ZoneOffset.UTC);
  }

  /** The model as Linux names it, followed by a comma; empty elsewhere. */
  private static String processor() {
    Path information = Path.of("/proc/cpuinfo");
    try {
      return Files.isReadable(information)
          ? Files.readAllLines(information).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", ")
              .findFirst()
              .orElse("")
          : "";
    } catch (IOException unreadable) {
      return "";
    }
  }
}
