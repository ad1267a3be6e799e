/** Plots and pages without dependencies: self-contained SVG and HTML. */
module org.infimum.plot {
  requires static transitive org.jspecify;

  exports org.infimum.plot;
}
