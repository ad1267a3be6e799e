package org.infimum.cli;

import java.io.PrintStream;
import java.util.List;
import org.infimum.core.Card;
import org.infimum.core.Catalogue;

/** {@code infimum methods}: the catalogue of what there is and where it comes from. */
final class MethodsCommand implements Command {
  @Override
  public CommandSyntax syntax() {
    return new CommandSyntax(
        "methods",
        "List the methods: what each gives, from which paper, and how to call it.",
        new CommandSyntax.Operands(
            "WORDS", "only methods in whose card every word occurs", 0, CommandSyntax.ANY),
        List.of(
            new Option("--json", "", "print one JSON array and nothing else"),
            new Option("--quiet", "", "print the keys only"),
            CommandSyntax.DEBUG),
        List.of(
            new CommandSyntax.Example("infimum methods interior", "what there is to that word")));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    List<Card> cards = Catalogue.search(arguments.operands());
    PrintStream out = terminal.out();
    if (arguments.has("--json")) {
      printJson(cards, out);
    } else {
      for (Card card : cards) {
        print(card, arguments.has("--quiet"), out);
      }
      if (cards.isEmpty()) {
        terminal.err().println("No method's card has all of these words.");
      }
    }
    return ExitCode.PROVED;
  }

  private static void print(Card card, boolean quiet, PrintStream out) {
    if (quiet) {
      out.println(card.key());
      return;
    }
    out.println(Decimals.left(card.key(), 20) + " " + card.title());
    out.println("    gives  " + card.gives());
    out.println("    paper  " + card.paper());
    out.println("    room   " + card.room());
    out.println("    call   " + card.entryPoint());
  }

  private static void printJson(List<Card> cards, PrintStream out) {
    try (JsonStream json = new JsonStream(out)) {
      json.beginArray();
      for (Card card : cards) {
        json.newLine()
            .beginObject()
            .text("key", card.key())
            .text("title", card.title())
            .text("paper", card.paper())
            .text("room", card.room())
            .text("entryPoint", card.entryPoint())
            .endObject();
      }
      json.newLine().endArray().newLine();
    }
  }
}
