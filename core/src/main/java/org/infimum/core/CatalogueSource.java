package org.infimum.core;

import java.util.List;

/**
 * A room's contribution to the {@link Catalogue}; found through {@link java.util.ServiceLoader}.
 */
public interface CatalogueSource {
  /** The cards of this room. */
  List<Card> cards();
}
