package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import org.infimum.core.Card;
import org.infimum.core.Catalogue;
import org.infimum.core.CatalogueSource;
import org.junit.jupiter.api.Test;

/** docs/methods.md lists the catalogue; {@code -Dinfimum.regenerate=true} writes it anew. */
class MethodListTest {
  private static final String PAGE = "docs/methods.md";

  @Test
  void thePageListsTheCatalogue() throws IOException {
    String page = page(Catalogue.cards());
    if (Boolean.getBoolean("infimum.regenerate")) {
      Files.writeString(SourceTree.root().resolve(PAGE), page);
    }
    assertEquals(page, SourceTree.text(PAGE), "docs/methods.md is stale, see CONTRIBUTING.md");
  }

  @Test
  void keysAreUnique() {
    List<String> keys = Catalogue.cards().stream().map(Card::key).sorted().toList();
    assertEquals(List.copyOf(new TreeSet<>(keys)), keys);
  }

  @Test
  void classPathAndModulePathDeclareTheSameSources() throws IOException {
    String service = CatalogueSource.class.getName();
    for (String room : SourceTree.rooms()) {
      String descriptor = room + "/src/main/java/module-info.java";
      String declaration = room + "/src/main/resources/META-INF/services/" + service;
      boolean onModulePath =
          Files.exists(SourceTree.root().resolve(descriptor))
              && SourceTree.text(descriptor).contains("provides " + service);
      assertEquals(
          onModulePath,
          Files.exists(SourceTree.root().resolve(declaration)),
          "services of " + room);
      if (onModulePath) {
        String provider = SourceTree.text(declaration).strip();
        assertEquals(
            true, SourceTree.text(descriptor).contains(provider + ";"), "services of " + room);
      }
    }
  }

  private static String page(List<Card> cards) {
    StringBuilder page = new StringBuilder();
    page.append("# Methods\n\n")
        .append("What `infimum methods` prints. Written by `MethodListTest`, see ")
        .append("[CONTRIBUTING.md](../CONTRIBUTING.md).\n");
    String room = "";
    for (Card card : cards) {
      if (!card.room().equals(room)) {
        room = card.room();
        page.append("\n## ").append(room).append('\n');
      }
      page.append("\n### `").append(card.key()).append("`: ").append(card.title()).append("\n\n");
      page.append("- Gives: ").append(card.gives()).append(".\n");
      page.append("- Call: `").append(card.entryPoint().replace("; ", "`; `")).append("`\n");
      page.append("- Source: ").append(card.paper()).append(".\n");
    }
    return page.toString();
  }
}
