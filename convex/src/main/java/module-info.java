/** Conic programs: linear and convex quadratic programs with certificates. */
module org.infimum.convex {
  requires static transitive org.jspecify;
  requires transitive org.infimum.core;
  requires transitive org.infimum.linalg;

  exports org.infimum.convex;
  exports org.infimum.convex.io;
  exports org.infimum.convex.model;
  exports org.infimum.convex.verify;

  uses org.infimum.convex.Engine;

  provides org.infimum.core.CatalogueSource with
      org.infimum.convex.ConvexCatalogue;
}
