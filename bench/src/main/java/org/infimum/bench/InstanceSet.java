package org.infimum.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infimum.core.InputException;
import org.infimum.reproduce.ExperimentContext;

/** A folder of problem files, with the {@code optimal.csv} in it or in the folder above. */
final class InstanceSet {
  private static final Pattern PROBLEM_FILE =
      Pattern.compile("(.+)\\.(mps|qps|lp|cbf|dat-s)(\\.gz)?", Pattern.CASE_INSENSITIVE);

  /** Netlib's values have ten digits and more. */
  private static final double LINEAR_TOLERANCE = 1e-7;

  /** The Maros-Meszaros table prints eight digits, of points accurate to about six. */
  private static final double QUADRATIC_TOLERANCE = 1e-6;

  /** CBLIB's values are those of other interior points, to about seven digits. */
  private static final double CONIC_TOLERANCE = 1e-6;

  /** A value that {@code optimal.csv} calls approximate. */
  private static final double APPROXIMATE_TOLERANCE = 1e-5;

  private InstanceSet() {}

  /**
   * The instances of a set, smallest file first.
   *
   * @param set a folder, or the name of a set within the folder of benchmark data
   * @param only a regular expression that must occur in an instance's name
   * @throws InputException if there is no such folder or no problem file in it
   */
  static List<Instance> load(String set, Pattern only) throws IOException {
    Path folder = folder(set);
    Map<String, Instance.Reference> references = references(folder);
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = new ArrayList<>(entries.filter(file -> isProblem(file)).toList());
    }
    files.sort((left, right) -> Long.compare(left.toFile().length(), right.toFile().length()));
    List<Instance> instances = new ArrayList<>();
    for (Path file : files) {
      String name = name(file);
      if (only.matcher(name).find()) {
        Instance.Reference reference =
            references.getOrDefault(name.toLowerCase(Locale.ROOT), Instance.Reference.UNKNOWN);
        instances.add(new Instance(set, name, file, reference));
      }
    }
    if (instances.isEmpty()) {
      throw new InputException("There is no problem file to run in " + folder + ".");
    }
    return instances;
  }

  private static Path folder(String set) {
    Path direct = Path.of(set);
    if (Files.isDirectory(direct)) {
      return direct;
    }
    return ExperimentContext.findDataFolder()
        .map(data -> data.resolve(set))
        .filter(Files::isDirectory)
        .orElseThrow(
            () ->
                new InputException(
                    "There is no folder "
                        + set
                        + ", neither here nor in the benchmark data (system property "
                        + ExperimentContext.DATA_PROPERTY
                        + ")."));
  }

  private static boolean isProblem(Path file) {
    return Files.isRegularFile(file)
        && PROBLEM_FILE.matcher(file.getFileName().toString()).matches();
  }

  private static String name(Path file) {
    return PROBLEM_FILE.matcher(file.getFileName().toString()).replaceFirst("$1");
  }

  private static Map<String, Instance.Reference> references(Path folder) throws IOException {
    for (Path candidate : List.of(folder, folder.toAbsolutePath().resolveSibling(""))) {
      Path table = candidate.resolve("optimal.csv");
      if (Files.isRegularFile(table)) {
        return read(table, folder.getFileName().toString());
      }
    }
    return Map.of();
  }

  /**
   * Reads {@code instance,status,optimal_value,...,cross_check}; an instance may carry its folder's
   * name.
   */
  private static Map<String, Instance.Reference> read(Path table, String folder)
      throws IOException {
    Map<String, Instance.Reference> references = new HashMap<>();
    String set = table.toString();
    double tolerance =
        set.contains("_qp")
            ? QUADRATIC_TOLERANCE
            : set.contains("cblib") ? CONIC_TOLERANCE : LINEAR_TOLERANCE;
    List<String> lines = Files.readAllLines(table);
    int crossCheck = Csv.split(lines.get(0)).indexOf("cross_check");
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = Csv.split(line);
      String name = fields.get(0);
      int slash = name.indexOf('/');
      if (slash < 0 || name.substring(0, slash).equals(folder)) {
        references.put(
            name.substring(slash + 1).toLowerCase(Locale.ROOT),
            reference(fields.get(1), fields.get(2), second(fields, crossCheck), tolerance));
      }
    }
    return references;
  }

  private static double second(List<String> fields, int column) {
    boolean present = column >= 0 && column < fields.size() && !fields.get(column).isBlank();
    return present ? Double.parseDouble(fields.get(column)) : Double.NaN;
  }

  private static Instance.Reference reference(
      String status, String value, double crossCheck, double tolerance) {
    if (status.equals("infeasible") || status.equals("primal infeasible")) {
      return new Instance.Reference(
          Instance.Reference.Kind.INFEASIBLE, Double.NaN, Double.NaN, Double.NaN);
    }
    if (value.isEmpty() || !status.startsWith("optimal")) {
      return Instance.Reference.UNKNOWN;
    }
    double objective = Double.parseDouble(value);
    double digits = lastDigit(value);
    return status.equals("optimal")
        ? new Instance.Reference(
            Instance.Reference.Kind.OPTIMAL, objective, crossCheck, Math.max(tolerance, digits))
        : new Instance.Reference(
            Instance.Reference.Kind.APPROXIMATE,
            objective,
            crossCheck,
            Math.max(APPROXIMATE_TOLERANCE, digits));
  }

  /** One unit in the last printed digit, relative to the value: the tables of SDPLIB print few. */
  private static double lastDigit(String value) {
    BigDecimal decimal = new BigDecimal(value);
    return decimal.signum() == 0 ? 0.0 : Math.pow(10.0, 1 - decimal.precision());
  }
}
