package org.infimum.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command accepts, declared once: {@link PlainLine} and {@link PicocliLine} both read by it,
 * and the help is printed from it.
 *
 * @param name the word after {@code infimum}
 * @param summary one sentence for the help
 * @param operands what is not an option
 * @param options the options in the order of the help
 * @param examples command lines for the help, each with its explanation
 */
record CommandSyntax(
    String name, String summary, Operands operands, List<Option> options, List<Example> examples) {

  /** Prints the stack trace of an internal error; every command has it. */
  static final Option DEBUG =
      new Option("--debug", "", "print the stack trace of an internal error");

  /** The number of operands without an upper limit. */
  static final int ANY = Integer.MAX_VALUE;

  /**
   * The operands of a command.
   *
   * @param label what one operand is called in the help
   * @param description one line for the help
   * @param least the smallest number of operands
   * @param most the largest number of operands
   */
  record Operands(String label, String description, int least, int most) {}

  /**
   * An example in the help.
   *
   * @param line the command line
   * @param explanation what it does
   */
  record Example(String line, String explanation) {}

  /** The option called {@code name}, or null. */
  @Nullable Option option(String name) {
    for (Option option : options) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  /** Whether that many operands fit. */
  boolean takes(int count) {
    return count >= operands.least() && count <= operands.most();
  }

  /** The sentence for a number of operands that does not fit. */
  String operandsSentence(int count) {
    String label = operands.label();
    String wanted;
    if (operands.least() == operands.most()) {
      wanted = operands.least() + " operands (" + label + ")";
    } else if (count < operands.least()) {
      wanted = "at least " + operands.least() + " operand (" + label + ")";
    } else {
      wanted = "at most " + operands.most() + " operand (" + label + ")";
    }
    return name
        + " takes "
        + wanted
        + ", but "
        + count
        + (count == 1 ? " was" : " were")
        + " given.";
  }
}
