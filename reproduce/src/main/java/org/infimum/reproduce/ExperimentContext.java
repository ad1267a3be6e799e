package org.infimum.reproduce;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.infimum.core.Run;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment may use.
 *
 * @param run threads, seed, time limit and cancellation for the whole experiment
 * @param dataFolder the folder of public benchmark sets ({@code netlib_lp}, ...), null if absent:
 *     the experiment then takes the small instances that are shipped with it
 * @param log receives one line for each thing done
 */
public record ExperimentContext(Run run, @Nullable Path dataFolder, Consumer<? super String> log) {

  /** The system property that names the folder of benchmark sets. */
  public static final String DATA_PROPERTY = "infimum.data";

  /** A context that finds the data folder by itself. */
  public static ExperimentContext of(Run run, Consumer<? super String> log) {
    return new ExperimentContext(run, findDataFolder().orElse(null), log);
  }

  /**
   * The folder that the system property {@value #DATA_PROPERTY} names, otherwise the first folder
   * {@code shared/data} beside the working directory or one of its parents.
   */
  public static Optional<Path> findDataFolder() {
    String named = System.getProperty(DATA_PROPERTY);
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
