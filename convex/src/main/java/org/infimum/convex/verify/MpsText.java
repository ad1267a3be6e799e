package org.infimum.convex.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.infimum.convex.verify.PlainProblem.Column;
import org.infimum.convex.verify.PlainProblem.Row;

/**
 * MPS and QPS. The text is cut at the fixed columns 2, 5, 15, 25, 40 and 50 if every data line fits
 * them, and at blanks otherwise. A data line is brought to the six fields of the fixed form first:
 * type, set or column, name, number, name, number.
 */
final class MpsText {
  private static final int[] FIELD_BEGIN = {1, 4, 14, 24, 39, 49};
  private static final int[] FIELD_END = {3, 12, 22, 36, 47, 61};
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String FREE_TYPES = "FR MI PL BV";
  private static final String KNOWN_TYPES = "UP LO FX FR MI PL BV LI UI";

  private final PlainProblem problem;
  private final List<String> lines;
  private final Map<String, Character> rowTypes = new HashMap<>();
  private final Map<String, Double> rightHandSides = new HashMap<>();
  private final Map<String, Double> ranges = new HashMap<>();
  private final Set<String> lowerGiven = new HashSet<>();
  private final Set<String> bounded = new HashSet<>();
  private final Map<String, String> firstSets = new HashMap<>();
  private final Map<List<Column>, Double> fullQuadratic = new LinkedHashMap<>();
  private final Map<String, Map<List<Column>, Double>> fullRows = new LinkedHashMap<>();

  /** The row that the quadratic section under way names; empty for the objective. */
  private String quadraticRow = "";

  private String objective = "";
  private boolean objectiveFound;
  private boolean integer;
  private int lineNumber;

  MpsText(String file, List<String> lines, boolean lenient) {
    problem = new PlainProblem(file, lenient);
    this.lines = lines;
  }

  PlainProblem read() {
    boolean fixed = walk(MpsText::fixedFields, false);
    if (!walk(fixed ? MpsText::fixedFields : MpsText::freeFields, true)) {
      throw problem.failure(lineNumber, "the line has the wrong number of fields");
    }
    finishRows();
    finishFullQuadratic();
    problem.boundIntegers(bounded);
    return problem;
  }

  /** A way to cut a line of a section into six fields; null if the line does not fit. */
  private interface Cut {
    String[] fields(String section, String line);
  }

  /** Walks over all data lines; false at the first that does not fit the section. */
  private boolean walk(Cut cut, boolean take) {
    String section = "";
    lineNumber = 0;
    for (String line : lines) {
      lineNumber++;
      if (line.isBlank() || line.startsWith("*")) {
        continue;
      }
      if (!Character.isWhitespace(line.charAt(0))) {
        section = header(line);
        if (section.equals("ENDATA")) {
          return true;
        }
        continue;
      }
      if (section.equals("OBJSENSE") || section.equals("OBJNAME")) {
        objectiveWord(section, line.strip());
        continue;
      }
      String[] fields = cut.fields(section, line);
      if (!fits(section, fields)) {
        return false;
      }
      if (take) {
        take(section, fields);
      }
    }
    throw problem.failure(lineNumber, "the file ends before ENDATA");
  }

  private String header(String line) {
    String[] words = BLANKS.split(line.strip(), -1);
    String section = words[0].toUpperCase(Locale.ROOT);
    switch (section) {
      case "NAME" -> problem.name = line.strip().substring(section.length()).strip();
      case "OBJSENSE", "OBJNAME" -> {
        if (words.length > 1) {
          objectiveWord(section, words[1]);
        }
      }
      case "ROWS",
          "COLUMNS",
          "RHS",
          "RANGES",
          "BOUNDS",
          "QUADOBJ",
          "QSECTION",
          "QMATRIX",
          "QCMATRIX",
          "ENDATA" -> {
        String rest = line.strip().substring(section.length()).strip();
        quadraticRow = rest.equals(objective) ? "" : rest;
      }
      default -> throw problem.failure(lineNumber, "the section " + words[0] + " is unknown");
    }
    return section;
  }

  private void objectiveWord(String section, String word) {
    if (section.equals("OBJNAME")) {
      objective = word;
      return;
    }
    problem.maximize =
        switch (word.toUpperCase(Locale.ROOT)) {
          case "MAX", "MAXIMIZE" -> true;
          case "MIN", "MINIMIZE" -> false;
          default -> throw problem.failure(lineNumber, "the sense " + word + " is unknown");
        };
  }

  private static String[] fixedFields(String section, String line) {
    String[] fields = {"", "", "", "", "", ""};
    if (line.indexOf('\t') >= 0) {
      return new String[0];
    }
    int covered = 0;
    for (int f = 0; f < 6 && covered < line.length(); f++) {
      int begin = Math.min(FIELD_BEGIN[f], line.length());
      int end = Math.min(FIELD_END[f], line.length());
      if (!line.substring(covered, begin).isBlank()) {
        return new String[0];
      }
      fields[f] = line.substring(begin, end).strip();
      covered = end;
    }
    return line.substring(covered).isBlank() ? fields : new String[0];
  }

  private static String[] freeFields(String section, String line) {
    String[] words = BLANKS.split(line.strip(), -1);
    String[] fields = {"", "", "", "", "", ""};
    int first =
        switch (section) {
          case "ROWS", "BOUNDS" -> 0;
          case "RHS", "RANGES" -> words.length % 2 == 0 ? 2 : 1;
          default -> 1;
        };
    if (first + words.length > 6) {
      return new String[0];
    }
    System.arraycopy(words, 0, fields, first, words.length);
    boolean setNameLeftOut =
        section.equals("BOUNDS") && words.length == (FREE_TYPES.contains(words[0]) ? 2 : 3);
    if (setNameLeftOut) {
      return new String[] {fields[0], "", fields[1], fields[2], "", ""};
    }
    return fields;
  }

  /** Whether the fields that a line of the section needs are there, and no others. */
  private static boolean fits(String section, String[] f) {
    if (f.length == 0) {
      return false;
    }
    boolean secondPair = f[4].isEmpty() ? f[5].isEmpty() : PlainReader.isNumber(f[5]);
    return switch (section) {
      case "ROWS" -> !f[0].isEmpty() && !f[1].isEmpty() && noneFrom(f, 2);
      case "COLUMNS" ->
          f[0].isEmpty()
              && !f[1].isEmpty()
              && !f[2].isEmpty()
              && (isMarker(f) || (PlainReader.isNumber(f[3]) && secondPair));
      case "RHS", "RANGES" ->
          f[0].isEmpty() && !f[2].isEmpty() && PlainReader.isNumber(f[3]) && secondPair;
      case "BOUNDS" ->
          !f[0].isEmpty()
              && !f[2].isEmpty()
              && (FREE_TYPES.contains(f[0]) || PlainReader.isNumber(f[3]))
              && noneFrom(f, 4);
      case "QUADOBJ", "QSECTION", "QMATRIX", "QCMATRIX" ->
          f[0].isEmpty()
              && !f[1].isEmpty()
              && !f[2].isEmpty()
              && PlainReader.isNumber(f[3])
              && secondPair;
      default -> false;
    };
  }

  private static boolean noneFrom(String[] fields, int first) {
    return Arrays.stream(fields, first, 6).allMatch(String::isEmpty);
  }

  private static boolean isMarker(String[] f) {
    return f[2].equals("'MARKER'") || f[2].equals("MARKER");
  }

  private void take(String section, String[] f) {
    switch (section) {
      case "ROWS" -> takeRow(f[0].toUpperCase(Locale.ROOT), f[1]);
      case "COLUMNS" -> {
        if (isMarker(f)) {
          integer = (f[3] + f[4]).contains("INTORG");
        } else {
          forPairs(f, (row, value) -> takeCoefficient(f[1], row, value));
        }
      }
      case "RHS", "RANGES", "BOUNDS" -> {
        if (f[1].isEmpty() || firstSets.computeIfAbsent(section, key -> f[1]).equals(f[1])) {
          takeFromSet(section, f);
        }
      }
      default ->
          forPairs(
              f,
              (other, value) ->
                  takeQuadratic(section, knownColumn(f[1]), knownColumn(other), value));
    }
  }

  private void takeFromSet(String section, String[] f) {
    switch (section) {
      case "RHS" -> forPairs(f, this::takeRightHandSide);
      case "RANGES" -> forPairs(f, (row, value) -> put(ranges, "range", row, value));
      default -> takeBound(f[0].toUpperCase(Locale.ROOT), knownColumn(f[2]), f[3]);
    }
  }

  private interface Pair {
    void take(String name, double value);
  }

  private static void forPairs(String[] f, Pair pair) {
    pair.take(f[2], PlainReader.number(f[3]));
    if (!f[4].isEmpty()) {
      pair.take(f[4], PlainReader.number(f[5]));
    }
  }

  private void takeRow(String type, String name) {
    if (type.length() != 1 || "NELG".indexOf(type.charAt(0)) < 0) {
      throw problem.failure(lineNumber, "the row type " + type + " is unknown");
    }
    boolean chosen = objective.isEmpty() || objective.equals(name);
    if (type.equals("N") && chosen && !objectiveFound) {
      objectiveFound = true;
      objective = name;
      problem.objectiveName = name;
    } else {
      problem.addRow(name, lineNumber);
      rowTypes.put(name, type.charAt(0));
    }
  }

  private void takeCoefficient(String columnName, String rowName, double value) {
    Column column = problem.column(columnName);
    column.integer = integer;
    if (rowName.equals(objective)) {
      column.cost += value;
    } else {
      Row row = problem.findRow(knownRow(rowName));
      if (row != null) {
        problem.addEntry(row, column, value, lineNumber);
      }
    }
  }

  private void takeRightHandSide(String rowName, double value) {
    if (rowName.equals(objective)) {
      problem.constant = -value;
    } else {
      put(rightHandSides, "right-hand side", rowName, value);
    }
  }

  private void put(Map<String, Double> ends, String what, String rowName, double value) {
    if (ends.containsKey(knownRow(rowName))) {
      problem.requireLenient(lineNumber, "the " + what + " of " + rowName + " is given twice");
    }
    ends.merge(rowName, value, Double::sum);
  }

  private void takeBound(String type, Column column, String number) {
    if (!KNOWN_TYPES.contains(type)) {
      throw problem.failure(lineNumber, "the bound type " + type + " is unknown");
    }
    double value = FREE_TYPES.contains(type) ? 0.0 : PlainReader.number(number);
    bounded.add(column.name);
    switch (type) {
      case "UP", "UI" -> {
        column.upper = value;
        if (value < 0.0 && !lowerGiven.contains(column.name)) {
          column.lower = Double.NEGATIVE_INFINITY;
        }
      }
      case "LO", "LI" -> setLower(column, value);
      case "FX" -> {
        setLower(column, value);
        column.upper = value;
      }
      case "FR" -> {
        setLower(column, Double.NEGATIVE_INFINITY);
        column.upper = Double.POSITIVE_INFINITY;
      }
      case "MI" -> setLower(column, Double.NEGATIVE_INFINITY);
      case "PL" -> column.upper = Double.POSITIVE_INFINITY;
      default -> {
        setLower(column, 0.0);
        column.upper = 1.0;
      }
    }
    if (type.equals("BV") || type.equals("LI") || type.equals("UI")) {
      column.integer = true;
    }
  }

  private void setLower(Column column, double value) {
    column.lower = value;
    lowerGiven.add(column.name);
  }

  /** QUADOBJ and QSECTION state one triangle, QMATRIX and QCMATRIX both. */
  private void takeQuadratic(String section, Column first, Column second, double value) {
    boolean isFull = section.equals("QMATRIX") || section.equals("QCMATRIX");
    if (!quadraticRow.isEmpty()) {
      // QCMATRIX is the matrix of x'Qx, the others are that of half of it.
      double stated = section.equals("QCMATRIX") ? value : 0.5 * value;
      if (!isFull) {
        problem.addQuadratic(quadraticRow(), first, second, stated, lineNumber);
        return;
      }
      Map<List<Column>, Double> full =
          fullRows.computeIfAbsent(quadraticRow, key -> new LinkedHashMap<>());
      if (full.containsKey(List.of(first, second))) {
        problem.requireLenient(
            lineNumber, "the entry " + first.name + ", " + second.name + " is stated twice");
      }
      full.merge(List.of(first, second), stated, Double::sum);
    } else if (section.equals("QCMATRIX")) {
      throw problem.failure(lineNumber, "QCMATRIX names no row");
    } else if (!isFull) {
      problem.addQuadratic(first, second, value, lineNumber);
    } else {
      if (fullQuadratic.containsKey(List.of(first, second))) {
        problem.requireLenient(
            lineNumber, "the entry " + first.name + ", " + second.name + " is stated twice");
      }
      fullQuadratic.merge(List.of(first, second), value, Double::sum);
    }
  }

  private Row quadraticRow() {
    Row row = problem.findRow(knownRow(quadraticRow));
    if (row == null) {
      throw problem.failure(lineNumber, "the row " + quadraticRow + " is the objective");
    }
    return row;
  }

  private void finishFullQuadratic() {
    forTriangle(
        fullQuadratic,
        (first, second, value) -> problem.addQuadratic(first, second, value, lineNumber));
    fullRows.forEach(
        (name, full) -> {
          quadraticRow = name;
          forTriangle(
              full,
              (first, second, value) ->
                  problem.addQuadratic(quadraticRow(), first, second, value, lineNumber));
        });
  }

  private interface QuadraticEntry {
    void take(Column first, Column second, double value);
  }

  /** One triangle of a matrix that must be symmetric. */
  private void forTriangle(Map<List<Column>, Double> full, QuadraticEntry entry) {
    full.forEach(
        (pair, value) -> {
          Column first = pair.get(0);
          Column second = pair.get(1);
          if (!value.equals(full.get(List.of(second, first)))) {
            throw problem.failure(
                lineNumber, "a matrix is not symmetric at " + first.name + ", " + second.name);
          }
          if (first.index <= second.index) {
            entry.take(first, second, value);
          }
        });
  }

  private String knownRow(String name) {
    if (!(objectiveFound && name.equals(objective)) && !rowTypes.containsKey(name)) {
      throw problem.failure(lineNumber, "the row " + name + " is unknown");
    }
    return name;
  }

  private Column knownColumn(String name) {
    Column column = problem.findColumn(name);
    if (column == null) {
      throw problem.failure(lineNumber, "the column " + name + " is unknown");
    }
    return column;
  }

  private void finishRows() {
    rowTypes.forEach(
        (name, type) -> {
          Row row = problem.findRow(name);
          double b = rightHandSides.getOrDefault(name, 0.0);
          double range = ranges.getOrDefault(name, 0.0);
          boolean ranged = ranges.containsKey(name);
          if (row == null || type == 'N') {
            return;
          }
          switch (type) {
            case 'E' -> {
              row.lower = range < 0.0 ? b - Math.abs(range) : b;
              row.upper = range > 0.0 ? b + Math.abs(range) : b;
            }
            case 'L' -> {
              row.lower = ranged ? b - Math.abs(range) : Double.NEGATIVE_INFINITY;
              row.upper = b;
            }
            default -> {
              row.lower = b;
              row.upper = ranged ? b + Math.abs(range) : Double.POSITIVE_INFINITY;
            }
          }
        });
  }
}
