package org.infimum.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads any command line with picocli: its error messages, its suggestions and its help. */
final class PicocliLine {
  private final CommandSyntax syntax;
  private final CommandLine picocli;

  PicocliLine(CommandSyntax syntax) {
    this.syntax = syntax;
    CommandSpec spec = CommandSpec.create().name("infimum " + syntax.name());
    spec.usageMessage()
        .description(syntax.summary())
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .footer(examples());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(syntax.operands().label())
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .description(syntax.operands().description())
            .build());
    for (Option option : syntax.options()) {
      OptionSpec.Builder builder =
          OptionSpec.builder(option.name()).description(option.description());
      if (option.isFlag()) {
        builder.arity("0").type(boolean.class);
      } else {
        builder
            .arity(option.mayStandAlone() ? "0..1" : "1")
            .type(String.class)
            .paramLabel(option.value().replaceAll("[\\[\\]]", ""));
      }
      spec.addOption(builder.build());
    }
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("print this help").build());
    picocli = new CommandLine(spec).setExpandAtFiles(false);
  }

  private String[] examples() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(syntax.examples().size() == 1 ? "Example:" : "Examples:");
    for (CommandSyntax.Example example : syntax.examples()) {
      lines.add("  " + example.line());
      lines.add("      " + example.explanation());
    }
    return lines.toArray(new String[0]);
  }

  /** The help text of the command. */
  String help() {
    return picocli.getUsageMessage(Ansi.OFF);
  }

  /**
   * The arguments after the command's name.
   *
   * @throws UsageException if the line does not fit the syntax
   * @throws HelpRequest if the line asks for help
   */
  Arguments read(String[] line) {
    ParseResult result;
    try {
      result = picocli.parseArgs(words(line));
    } catch (ParameterException e) {
      throw new UsageException(sentence(e), syntax.name(), e);
    }
    if (result.isUsageHelpRequested()) {
      throw new HelpRequest(help());
    }
    Map<String, String> values = new HashMap<>();
    for (Option option : syntax.options()) {
      if (option.isFlag()) {
        if (result.matchedOptionValue(option.name(), false)) {
          values.put(option.name(), "");
        }
      } else if (result.hasMatchedOption(option.name())) {
        values.put(option.name(), result.matchedOptionValue(option.name(), ""));
      }
    }
    List<String> operands =
        result.hasMatchedPositional(0) ? result.matchedPositionalValue(0, List.of()) : List.of();
    if (!syntax.takes(operands.size())) {
      throw new UsageException(syntax.operandsSentence(operands.size()), syntax.name(), null);
    }
    return new Arguments(values, operands);
  }

  /**
   * The words after the command; an option that stands alone does not take the next for its own.
   */
  private String[] words(String[] line) {
    String[] words = new String[line.length - 1];
    boolean areOptions = true;
    for (int k = 0; k < words.length; k++) {
      String word = line[k + 1];
      areOptions &= !word.equals("--");
      Option option = areOptions ? syntax.option(word) : null;
      words[k] = option != null && option.mayStandAlone() ? word + "=" : word;
    }
    return words;
  }

  private static String sentence(ParameterException e) {
    StringBuilder text = new StringBuilder(Failure.oneLine(String.valueOf(e.getMessage())));
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        text.append(" (did you mean ").append(suggestions.getFirst()).append("?)");
      }
    }
    return text.append('.').toString();
  }
}
