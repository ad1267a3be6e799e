/** Dense and sparse kernels and factorizations. */
module org.infimum.linalg {
  requires static transitive org.jspecify;
  requires static jdk.incubator.vector;
  requires transitive org.infimum.core;

  exports org.infimum.linalg;
  exports org.infimum.linalg.array;
  exports org.infimum.linalg.dense;
  exports org.infimum.linalg.iterative;
  exports org.infimum.linalg.lowbit;
  exports org.infimum.linalg.lowrank;
  exports org.infimum.linalg.random;
  exports org.infimum.linalg.sparse;
  exports org.infimum.linalg.spectral;
  exports org.infimum.linalg.transform;

  provides org.infimum.core.CatalogueSource with
      org.infimum.linalg.LinalgCatalogue;
}
