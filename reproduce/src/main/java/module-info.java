/** One experiment a paper: its headline claim beside what is measured here. */
module org.infimum.reproduce {
  requires static transitive org.jspecify;
  requires transitive org.infimum.core;
  requires transitive org.infimum.plot;
  requires transitive org.infimum.linalg;
  requires java.management;
  requires org.infimum.convex;

  exports org.infimum.reproduce;
  exports org.infimum.reproduce.smash;
}
