/** The command line: knows every room, no room knows it. */
module org.infimum.cli {
  requires static org.jspecify;
  requires org.infimum.convex;
  requires org.infimum.core;
  requires org.infimum.reproduce;
  requires info.picocli;
  requires tools.jackson.core;
}
