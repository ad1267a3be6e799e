/** One experiment a paper: its headline claim beside what is measured here. */
module org.infimum.reproduce {
  requires static transitive org.jspecify;
  requires transitive org.infimum.core;
  requires transitive org.infimum.plot;
  requires org.infimum.convex;
  requires org.infimum.linalg;

  exports org.infimum.reproduce;
}
