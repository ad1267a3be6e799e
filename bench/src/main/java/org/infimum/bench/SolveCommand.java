package org.infimum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.infimum.bench.peer.Contestant;
import org.infimum.convex.ConicProgram;
import org.infimum.core.InputException;
import org.infimum.plot.Numbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Solves a set of instances with Infimum and its peers, one line an instance and solver. */
@CommandLine.Command(
    name = "solve",
    description =
        "Solves a set of instances, beside peers if asked; times are warm and exclude reading.",
    footer =
        "Example: infimum bench solve netlib_lp/feasible --peers highs-ipm,ojalgo --csv lp.csv")
final class SolveCommand implements Callable<Integer> {
  private static final int WARM_UP_INSTANCES = 6;
  private static final double WARM_UP_LIMIT = 10.0;

  @CommandLine.Parameters(
      paramLabel = "SET",
      description = "A folder of problem files, or the name of a set of the benchmark data.")
  private String set = "";

  @CommandLine.Option(
      names = "--peers",
      split = ",",
      paramLabel = "KEY",
      description = "Peers that take part, or all.")
  private List<String> peers = List.of();

  @CommandLine.Option(
      names = "--without-own",
      description = "Run the peers alone, to add them to an earlier result file.")
  private boolean withoutOwn;

  @CommandLine.Option(names = "--threads", description = "Threads of each solver that takes them.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Option(
      names = "--tolerance",
      description = "Infimum's tolerance (${DEFAULT-VALUE}).")
  private double tolerance = 1e-8;

  @CommandLine.Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "The limit of each solve (${DEFAULT-VALUE}).")
  private double limit = 300.0;

  @CommandLine.Option(
      names = "--only",
      paramLabel = "REGEX",
      description = "Take the instances in whose name this occurs.")
  private Pattern only = Pattern.compile("");

  @CommandLine.Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Append each result to this file as soon as it is known.")
  private @Nullable Path csv;

  @CommandLine.Option(names = "--resume", description = "Skip what the CSV file holds already.")
  private boolean resume;

  @CommandLine.Mixin private TableTarget target = new TableTarget();

  @Override
  public Integer call() throws IOException {
    List<Instance> instances = InstanceSet.load(set, only);
    List<Contestant> contestants = contestants();
    ResultFile results = csv != null && resume ? ResultFile.read(csv) : new ResultFile();
    begin(results, contestants);
    List<Contestant> active = new ArrayList<>(contestants);
    warmUp(instances, active);
    int at = 0;
    for (Instance instance : instances) {
      at++;
      String position = String.format(Locale.ROOT, "[%d/%d] ", at, instances.size());
      List<Contestant> open =
          active.stream().filter(c -> !results.contains(instance, c.key())).toList();
      if (!open.isEmpty()) {
        run(instance, open, active, results, position);
      }
    }
    SolveTables tables = new SolveTables(results, limit);
    System.out.println();
    System.out.println(tables.summary().markdown());
    target.write(set.replace('/', '-'), tables);
    return tables.allSolvedBy(Contestants.OWN) ? 0 : 1;
  }

  /** Those who can take part; each of the others is named with its reason. */
  private List<Contestant> contestants() {
    List<Contestant> contestants = new ArrayList<>();
    if (!withoutOwn) {
      contestants.add(Contestants.own(tolerance, threads));
    }
    for (Contestant peer : Contestants.peers(peers, threads)) {
      peer.absence()
          .ifPresentOrElse(
              reason -> System.err.println(peer.key() + " takes no part: " + reason),
              () -> contestants.add(peer));
    }
    return contestants;
  }

  private void begin(ResultFile results, List<Contestant> contestants) {
    record(results, ResultFile.runLine(Machine.description() + ", limit " + (long) limit + " s"));
    for (Contestant contestant : contestants) {
      record(results, ResultFile.solverLine(contestant.key(), contestant.description()));
      System.out.println(contestant.key() + ": " + contestant.description());
    }
    record(results, ResultRow.HEADER);
  }

  /**
   * Solves the smallest instances untimed, so that the virtual machine has compiled the solvers
   * that run in it before the first time counts.
   */
  private void warmUp(List<Instance> instances, List<Contestant> contestants) {
    for (Contestant contestant : contestants) {
      for (Instance instance :
          instances.subList(0, Math.min(WARM_UP_INSTANCES, instances.size()))) {
        try {
          ConicProgram program = Programs.read(instance.file());
          if (contestant.accepts(program)) {
            try (Contestant.Prepared model = contestant.prepare(program, instance.file())) {
              Trial.of(model, WARM_UP_LIMIT);
            }
          }
        } catch (IOException | RuntimeException failure) {
          System.err.println(
              contestant.key() + " cannot warm up on " + instance.name() + ": " + failure);
        }
      }
    }
  }

  private void record(ResultFile results, String line) {
    results.take(line);
    if (csv != null) {
      ResultFile.append(csv, line);
    }
  }

  private void run(
      Instance instance,
      List<Contestant> open,
      List<Contestant> active,
      ResultFile results,
      String position) {
    ConicProgram program;
    try {
      program = Programs.read(instance.file());
    } catch (InputException unreadable) {
      System.out.println(position + instance.name() + ": " + unreadable.getMessage());
      return;
    }
    for (Contestant contestant : open) {
      if (!contestant.accepts(program)) {
        continue;
      }
      // Garbage of the last contestant must not be collected in the time of the next.
      System.gc();
      try (Contestant.Prepared model = contestant.prepare(program, instance.file())) {
        Trial trial = Trial.of(model, limit);
        ResultRow row = row(instance, program, contestant, trial, model.evidence());
        record(results, row.csv());
        System.out.println(position + line(row));
        if (trial.hung()) {
          active.remove(contestant);
          System.out.println(
              contestant.key()
                  + " could not be stopped and takes no further part; later times may suffer.");
        }
      } catch (IOException | RuntimeException | OutOfMemoryError failure) {
        System.out.println(
            position + instance.name() + " " + contestant.key() + " failed: " + failure);
      }
    }
  }

  private ResultRow row(
      Instance instance,
      ConicProgram program,
      Contestant contestant,
      Trial trial,
      double evidence) {
    boolean strict = contestant.key().equals(Contestants.OWN);
    boolean proved = !(evidence > tolerance);
    Verdict.Judgement judgement =
        Verdict.judge(trial.answer(), instance.reference(), program, strict, proved);
    return new ResultRow(
        instance.set(),
        instance.name(),
        program.rows(),
        program.columns(),
        program.a().nonzeros(),
        contestant.key(),
        judgement.verdict(),
        trial.answer().status(),
        judgement.objective(),
        judgement.error(),
        judgement.violation(),
        evidence,
        trial.seconds(),
        trial.firstSeconds(),
        trial.runs(),
        trial.answer().iterations());
  }

  private static String line(ResultRow row) {
    return String.format(
        Locale.ROOT,
        "%-12s %-16s %-10s %-18s %10s s %5s it  objective %.10g  error %.1e  proof %.1e",
        row.instance(),
        row.solver(),
        row.verdict().name().toLowerCase(Locale.ROOT),
        row.status(),
        Numbers.compact(row.seconds()),
        row.iterations() < 0 ? "-" : Integer.toString(row.iterations()),
        row.objective(),
        row.error(),
        row.evidence());
  }
}
