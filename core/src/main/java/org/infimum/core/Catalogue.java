package org.infimum.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** All method cards of the rooms that are present. */
public final class Catalogue {
  private Catalogue() {}

  /** Every card, sorted by room and key. */
  public static List<Card> cards() {
    List<Card> all = new ArrayList<>();
    for (CatalogueSource source : ServiceLoader.load(CatalogueSource.class)) {
      all.addAll(source.cards());
    }
    all.sort(Comparator.comparing(Card::room).thenComparing(Card::key));
    return List.copyOf(all);
  }

  /** The cards in which every one of {@code words} occurs, in any field and any letter case. */
  public static List<Card> search(List<String> words) {
    return cards().stream()
        .filter(
            card -> {
              String text = card.toString().toLowerCase(Locale.ROOT);
              return words.stream().allMatch(w -> text.contains(w.toLowerCase(Locale.ROOT)));
            })
        .toList();
  }
}
