package org.infimum.reproduce;

import java.util.List;
import java.util.Optional;
import org.infimum.reproduce.smash.Smash;

/** The experiments there are; a new one is one more entry here. */
public final class Experiments {
  private static final List<Experiment> ALL =
      List.of(new CentralPath(), new OnlineSoftmax(), new LowRankProducts(), new Smash());

  private Experiments() {}

  /** Every experiment, in the order of this catalogue. */
  public static List<Experiment> all() {
    return ALL;
  }

  /** The experiment of that key. */
  public static Optional<Experiment> byKey(String key) {
    return ALL.stream().filter(experiment -> experiment.key().equals(key)).findFirst();
  }
}
