package org.infimum.cli;

import java.util.List;
import org.infimum.core.InputException;

/**
 * {@code infimum bench}: the launcher starts the room {@code bench} itself, whose class path
 * carries the peers; whoever comes here started the command line without it.
 */
final class BenchCommand implements Command {
  @Override
  public CommandSyntax syntax() {
    return new CommandSyntax(
        "bench",
        "Measure beside peers: the launcher starts it with a class path of its own.",
        new CommandSyntax.Operands("ARGUMENT", "see ./infimum bench --help", 0, CommandSyntax.ANY),
        List.of(CommandSyntax.DEBUG),
        List.of(
            new CommandSyntax.Example("./infimum bench --help", "what can be measured, and how")));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    throw new InputException(
        "The benchmarks have a class path of their own; the launcher starts them:"
            + " ./infimum bench --help.");
  }
}
