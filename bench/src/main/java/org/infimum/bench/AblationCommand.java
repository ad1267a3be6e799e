package org.infimum.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.infimum.bench.peer.Answer;
import org.infimum.bench.peer.InfimumContestant;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.InteriorPoint.NewtonForm;
import org.infimum.core.InputException;
import org.infimum.linalg.LdlKind;
import org.infimum.linalg.Ordering;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;
import picocli.CommandLine;

/** What each option of the interior point is worth: one switched at a time, on a few real LPs. */
@CommandLine.Command(
    name = "ablation",
    description =
        "Switches one option of the interior point at a time: time against the default, iterations.",
    footer = "Example: infimum bench ablation --markdown docs/benchmarks.md")
final class AblationCommand implements Callable<Integer> {
  private static final String SET = "netlib_lp/feasible";
  private static final String DEFAULTS = "default";

  /** Ten LPs in which each option has something to do: small, dense, sparse, degenerate, wide. */
  private static final List<String> INSTANCES =
      List.of(
          "80bau3b",
          "cre-c",
          "cycle",
          "d2q06c",
          "d6cube",
          "degen3",
          "greenbeb",
          "ken-07",
          "maros-r7",
          "pilot");

  @CommandLine.Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "The limit of each solve (${DEFAULT-VALUE}).")
  private double limit = 300.0;

  @CommandLine.Option(
      names = "--instances",
      split = ",",
      paramLabel = "NAME",
      description = "Netlib LPs to take instead of the ten.")
  private List<String> names = INSTANCES;

  @CommandLine.Mixin private MarkdownTarget target = new MarkdownTarget();

  @Override
  public Integer call() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    Map<String, InfimumContestant> variants = variants(processors);
    Map<String, List<Cell>> cells = new LinkedHashMap<>();
    List<Instance> instances = instances();
    // Compiled code first: every variant on the smallest instance, untimed.
    ConicProgram smallest = Programs.read(instances.getFirst().file());
    variants.values().forEach(variant -> measure(variant, smallest, instances.getFirst()));
    for (Instance instance : instances) {
      ConicProgram program = Programs.read(instance.file());
      variants.forEach(
          (name, variant) -> {
            Cell cell = measure(variant, program, instance);
            cells.computeIfAbsent(name, key -> new ArrayList<>()).add(cell);
            System.out.printf(
                Locale.ROOT,
                "%-10s %-24s %9.4f s %4d it %s%n",
                instance.name(),
                name,
                cell.seconds(),
                cell.iterations(),
                cell.solved() ? "" : cell.status());
          });
    }
    String tables =
        ratios(cells, instances).markdown() + "\n" + iterations(cells, instances).markdown();
    System.out.println(tables);
    target.write("ablation", Machine.description() + ".\n\n" + tables);
    return 0;
  }

  private List<Instance> instances() throws IOException {
    List<Instance> instances = new ArrayList<>();
    for (Instance instance : InstanceSet.load(SET, Pattern.compile(""))) {
      if (names.contains(instance.name())) {
        instances.add(instance);
      }
    }
    if (instances.size() < names.size()) {
      throw new InputException(
          "Only " + instances.size() + " of " + String.join(", ", names) + " are in " + SET + ".");
    }
    return instances;
  }

  private static Map<String, InfimumContestant> variants(int processors) {
    InteriorPoint method = InteriorPoint.DEFAULT;
    Map<String, InfimumContestant> variants = new LinkedHashMap<>();
    put(variants, DEFAULTS, method, processors);
    if (processors > 1) {
      put(variants, "1 thread", method, 1);
    }
    put(variants, "no presolve", method.withPresolve(false), processors);
    put(variants, "simplicial", method.withFactorization(LdlKind.SIMPLICIAL), processors);
    put(variants, "supernodal", method.withFactorization(LdlKind.SUPERNODAL), processors);
    put(variants, "augmented", method.withSystem(NewtonForm.AUGMENTED), processors);
    put(variants, "normal equations", method.withSystem(NewtonForm.NORMAL), processors);
    put(variants, "ordering AMD", method.withOrdering(Ordering.AMD), processors);
    put(variants, "nested dissection", method.withOrdering(Ordering.NESTED_DISSECTION), processors);
    put(variants, "natural order", method.withOrdering(Ordering.NATURAL), processors);
    for (int correctors = 0; correctors <= 2; correctors++) {
      put(
          variants,
          correctors + (correctors == 1 ? " corrector" : " correctors"),
          method.withCorrectors(correctors),
          processors);
    }
    return variants;
  }

  private static void put(
      Map<String, InfimumContestant> variants, String name, InteriorPoint method, int threads) {
    variants.put(name, new InfimumContestant(name, method, threads));
  }

  private Cell measure(InfimumContestant variant, ConicProgram program, Instance instance) {
    System.gc();
    Trial trial = Trial.of(variant.prepare(program, instance.file()), limit);
    boolean solved = trial.answer().claim() == Answer.Claim.OPTIMAL;
    return new Cell(
        solved,
        trial.answer().status(),
        solved ? trial.seconds() : limit,
        Math.max(0, trial.answer().iterations()));
  }

  /** One variant on one instance. */
  private record Cell(boolean solved, String status, double seconds, int iterations) {}

  private static Table ratios(Map<String, List<Cell>> cells, List<Instance> instances) {
    List<String> header = new ArrayList<>(List.of("time / default"));
    instances.forEach(instance -> header.add(instance.name()));
    header.add("shifted geometric mean");
    List<List<String>> rows = new ArrayList<>();
    List<Cell> defaults = cells.getOrDefault(DEFAULTS, List.of());
    double defaultMean = mean(defaults);
    cells.forEach(
        (name, row) -> {
          List<String> line = new ArrayList<>(List.of(name));
          for (int k = 0; k < row.size(); k++) {
            Cell cell = row.get(k);
            line.add(
                !cell.solved()
                    ? cell.status()
                    : name.equals(DEFAULTS)
                        ? Numbers.compact(cell.seconds()) + " s"
                        : Numbers.compact(cell.seconds() / defaults.get(k).seconds()));
          }
          line.add(
              name.equals(DEFAULTS)
                  ? Numbers.compact(defaultMean) + " s"
                  : Numbers.compact(mean(row) / defaultMean) + " x");
          rows.add(line);
        });
    return new Table("Time over the default's", header, rows);
  }

  private static double mean(List<Cell> row) {
    return ShiftedGeometricMean.of(row.stream().mapToDouble(Cell::seconds).toArray());
  }

  private static Table iterations(Map<String, List<Cell>> cells, List<Instance> instances) {
    List<String> header = new ArrayList<>(List.of("iterations"));
    instances.forEach(instance -> header.add(instance.name()));
    List<List<String>> rows = new ArrayList<>();
    cells.forEach(
        (name, row) -> {
          List<String> line = new ArrayList<>(List.of(name));
          row.forEach(cell -> line.add(cell.solved() ? Integer.toString(cell.iterations()) : "-"));
          rows.add(line);
        });
    return new Table("Iterations", header, rows);
  }
}
