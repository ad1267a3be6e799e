package org.infimum.bench;

import java.util.ArrayList;
import java.util.List;
import org.infimum.bench.peer.ClpBarrier;
import org.infimum.bench.peer.Contestant;
import org.infimum.bench.peer.InfimumContestant;
import org.infimum.bench.peer.OjAlgo;
import org.infimum.bench.peer.OrToolsClp;
import org.infimum.bench.peer.OrToolsModel;
import org.infimum.bench.peer.ScipyHighs;
import org.infimum.convex.InteriorPoint;
import org.infimum.core.InputException;

/** The solvers that can take part. */
final class Contestants {
  /** The key of Infimum's own column. */
  static final String OWN = "infimum";

  private Contestants() {}

  static Contestant own(double tolerance, int threads) {
    return new InfimumContestant(OWN, InteriorPoint.DEFAULT.withTolerance(tolerance), threads);
  }

  /**
   * The peers of these keys; {@code all} stands for every one.
   *
   * @throws InputException if a key is unknown
   */
  static List<Contestant> peers(List<String> keys, int threads) {
    List<Contestant> known =
        List.of(
            OrToolsModel.highsIpm(threads),
            OrToolsModel.highsIpmWithoutCrossover(threads),
            OrToolsModel.highs(threads),
            ScipyHighs.interiorPoint(),
            ScipyHighs.choose(),
            OrToolsModel.glop(),
            new OrToolsClp(),
            new ClpBarrier(),
            new OjAlgo());
    if (keys.contains("all")) {
      return known;
    }
    List<Contestant> chosen = new ArrayList<>();
    for (String key : keys) {
      chosen.add(
          known.stream()
              .filter(peer -> peer.key().equals(key))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputException(
                          "There is no peer "
                              + key
                              + "; the peers are "
                              + String.join(", ", known.stream().map(Contestant::key).toList())
                              + " and all.")));
    }
    return chosen;
  }
}
