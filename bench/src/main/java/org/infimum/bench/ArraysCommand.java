package org.infimum.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.infimum.bench.arrays.LowBitTable;
import org.infimum.bench.arrays.SoftmaxTable;
import org.infimum.bench.arrays.TransformTable;
import org.infimum.plot.Table;
import picocli.CommandLine;

/** Times soft-max, low-bit products and transforms beside their baselines, in turns. */
@CommandLine.Command(
    name = "arrays",
    description =
        "Times soft-max, low-bit products and transforms beside their baselines, in turns.",
    footer = "Example: infimum bench arrays --markdown docs/benchmarks.md")
final class ArraysCommand implements Callable<Integer> {
  @CommandLine.Option(
      names = "--rounds",
      description = "Rounds that count, after as many that do not (${DEFAULT-VALUE}).")
  private int rounds = 7;

  @CommandLine.Mixin private MarkdownTarget target = new MarkdownTarget();

  /** What is measured; each has a section of its own. */
  private enum Part {
    SOFTMAX,
    LOWBIT,
    TRANSFORMS
  }

  @CommandLine.Option(
      names = "--part",
      description = "Measure ${COMPLETION-CANDIDATES} alone (all).")
  private List<Part> parts = List.of(Part.values());

  @Override
  public Integer call() throws IOException {
    for (Part part : parts) {
      StringBuilder markdown = new StringBuilder();
      markdown
          .append(Machine.description())
          .append(", one thread, its processor time, medians of ")
          .append(rounds)
          .append(" rounds taken in turns.\n");
      for (Table table : tables(part)) {
        System.out.println(table.caption() + "\n\n" + table.markdown());
        markdown.append('\n').append(table.caption()).append(":\n\n").append(table.markdown());
      }
      target.write("arrays-" + part.name().toLowerCase(Locale.ROOT), markdown.toString());
    }
    return 0;
  }

  private List<Table> tables(Part part) {
    return switch (part) {
      case SOFTMAX -> List.of(SoftmaxTable.measure(rounds));
      case LOWBIT -> List.of(LowBitTable.measure(rounds, 1), LowBitTable.measure(rounds, 2));
      case TRANSFORMS -> List.of(TransformTable.measure(rounds));
    };
  }
}
