/** The four nouns (problem, method, run, result), budgets, progress and the method catalogue. */
module org.infimum.core {
  requires static transitive org.jspecify;

  exports org.infimum.core;

  uses org.infimum.core.CatalogueSource;
}
