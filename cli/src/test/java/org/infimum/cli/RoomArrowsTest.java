package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the rooms as docs/architecture.md draws them. */
class RoomArrowsTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>([\\w.]+)</groupId>\\s*<artifactId>([\\w.-]+)</artifactId>"
              + "(?:(?!</dependency>).)*</dependency>",
          Pattern.DOTALL);

  static List<String> rooms() {
    return SourceTree.rooms();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomBuildsOnRoomsAboveItOnly(String room) {
    List<String> rooms = SourceTree.rooms();
    Set<String> above = new TreeSet<>(rooms.subList(0, rooms.indexOf(room)));
    Set<String> used = new TreeSet<>();
    DEPENDENCY
        .matcher(SourceTree.text(room + "/pom.xml"))
        .results()
        .filter(match -> match.group(1).equals("org.infimum"))
        .forEach(match -> used.add(match.group(2).replace("infimum-", "")));
    used.removeAll(above);
    assertEquals(Set.of(), used, room + " builds on rooms below it");
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aModuleReadsRoomsAboveItOnly(String room) {
    List<String> rooms = SourceTree.rooms();
    Path classes = SourceTree.root().resolve(room).resolve("target/classes");
    for (ModuleReference reference : ModuleFinder.of(classes).findAll()) {
      for (Requires requires : reference.descriptor().requires()) {
        if (requires.name().startsWith("org.infimum.")) {
          String used = requires.name().substring("org.infimum.".length());
          assertTrue(
              rooms.indexOf(used) < rooms.indexOf(room), room + " reads " + used + ", below it");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "linalg", "convex"})
  void theSolverNeedsNothingButTheJdkAtRunTime(String room) {
    Path classes = SourceTree.root().resolve(room).resolve("target/classes");
    ModuleDescriptor module =
        ModuleFinder.of(classes).find("org.infimum." + room).orElseThrow().descriptor();
    Set<String> foreign = new TreeSet<>();
    for (Requires requires : module.requires()) {
      boolean known = requires.name().matches("java\\..*|jdk\\..*|org\\.infimum\\..*");
      if (!known && !requires.modifiers().contains(Requires.Modifier.STATIC)) {
        foreign.add(requires.name());
      }
    }
    assertEquals(Set.of(), foreign);

    Set<String> shipped = new TreeSet<>();
    DEPENDENCY
        .matcher(SourceTree.text(room + "/pom.xml"))
        .results()
        .filter(match -> !match.group(1).equals("org.infimum"))
        .filter(match -> !match.group().matches("(?s).*<scope>(test|provided)</scope>.*"))
        .forEach(match -> shipped.add(match.group(2)));
    assertEquals(Set.of(), shipped);
  }
}
