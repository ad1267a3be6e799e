package org.infimum.convex.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.infimum.convex.Cone;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.DualCone;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.PowerCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.SecondOrderCone;
import org.infimum.convex.SemidefiniteCone;
import org.jspecify.annotations.Nullable;

/** The Conic Benchmark Format, versions 1 to 4; integer variables are counted and relaxed. */
final class CbfText {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** Up to here a sum of weights is 1. */
  private static final double ROUNDING = 1e-15;

  private final PlainConicProblem problem;
  private final List<String> lines;
  private int at;
  private final Set<String> sections = new HashSet<>();
  private final List<List<Double>> powers = new ArrayList<>();
  private final List<List<Double>> dualPowers = new ArrayList<>();

  /** Names of the variables that a cone holds, and the cone, until their rows are added. */
  private record Held(CurvedCone cone, int firstColumn, boolean reversed) {}

  private final List<Held> held = new ArrayList<>();

  /** By constraint of the file: its row, and 1 if it has ends or -1 if it is in a curved cone. */
  private final List<int[]> constraints = new ArrayList<>();

  /** By matrix variable (constraint): its order and its first column (row). */
  private final List<int[]> matrixVariables = new ArrayList<>();

  private final List<int[]> matrixConstraints = new ArrayList<>();
  private int scalars;
  private int integers;
  private boolean identitiesAdded;

  CbfText(String file, List<String> lines, boolean lenient) {
    problem = new PlainConicProblem(file, lenient);
    this.lines = lines;
  }

  int integerColumns() {
    return integers;
  }

  /** Matrix variables come before scalar ones in the text, but their columns come behind. */
  PlainConicProblem read() {
    List<Integer> orders = new ArrayList<>();
    List<Integer> constraintOrders = new ArrayList<>();
    for (NumberLine header = next(); header != null; header = next()) {
      String section = header.word();
      header.end();
      if (!sections.add(section)) {
        throw problem.failure(header.line(), "the section " + section + " comes twice");
      }
      if (section.equals("VER") == (sections.size() > 1)) {
        throw problem.failure(header.line(), "the section VER must be the first");
      }
      boolean structure = structure(section, orders, constraintOrders);
      if (structure && identitiesAdded) {
        throw problem.failure(header.line(), "the section " + section + " comes too late");
      }
      if (!structure) {
        finishStructure(orders, constraintOrders);
        numbers(section, header.line());
      }
    }
    if (sections.isEmpty()) {
      throw problem.failure(lines.size(), "the file is empty");
    }
    finishStructure(orders, constraintOrders);
    return problem;
  }

  /** The next line that says anything, or null. */
  private @Nullable NumberLine next() {
    while (at < lines.size()) {
      String text = lines.get(at++).strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        return new NumberLine(problem, text.split("\\s+", -1), at);
      }
    }
    return null;
  }

  private NumberLine line() {
    NumberLine line = next();
    if (line == null) {
      throw problem.failure(at, "the file ends inside a section");
    }
    return line;
  }

  /** Reads a section that says what there is; false if it is another one. */
  private boolean structure(String section, List<Integer> orders, List<Integer> constraintOrders) {
    switch (section) {
      case "VER" -> line().index(1, 4);
      case "OBJSENSE" -> {
        NumberLine line = line();
        String word = line.word();
        if (!word.equals("MIN") && !word.equals("MAX")) {
          throw problem.failure(line.line(), "the sense " + word + " is unknown");
        }
        problem.maximize = word.equals("MAX");
      }
      case "POWCONES" -> weights(powers);
      case "POW*CONES" -> weights(dualPowers);
      case "PSDVAR" -> orders(orders);
      case "PSDCON" -> orders(constraintOrders);
      case "VAR" -> variables();
      case "CON" -> constraints();
      case "INT" -> {
        integers = line().index(0, Integer.MAX_VALUE);
        for (int k = 0; k < integers; k++) {
          line().index(0, scalars - 1);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void weights(List<List<Double>> table) {
    int cones = line().index(0, Integer.MAX_VALUE);
    for (int c = 0; c < cones; c++) {
      int count = line().index(1, Integer.MAX_VALUE);
      List<Double> weights = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        NumberLine line = line();
        double weight = line.number();
        if (!(weight > 0.0 && weight < INFINITY)) {
          throw problem.failure(line.line(), "a weight is not positive");
        }
        weights.add(weight);
      }
      table.add(weights);
    }
  }

  private void orders(List<Integer> orders) {
    int count = line().index(0, Integer.MAX_VALUE);
    for (int k = 0; k < count; k++) {
      orders.add(line().index(1, 30_000));
    }
  }

  /** A word like Q or {@literal @0:POW} with the number of components. */
  private record Domain(String kind, int dimension, List<Double> weights, int line) {
    boolean hasEnds() {
      return List.of("F", "L=", "L+", "L-").contains(kind);
    }

    double lower() {
      return kind.equals("L=") || kind.equals("L+") ? 0.0 : -INFINITY;
    }

    double upper() {
      return kind.equals("L=") || kind.equals("L-") ? 0.0 : INFINITY;
    }

    /** CBF orders exponential cones (w, y, x). */
    boolean reversed() {
      return kind.startsWith("EXP");
    }
  }

  private List<Domain> domains() {
    NumberLine header = line();
    int announced = header.index(0, Integer.MAX_VALUE);
    int count = header.index(0, Integer.MAX_VALUE);
    problem.requireSize(announced, header.line());
    List<Domain> domains = new ArrayList<>();
    long total = 0;
    for (int c = 0; c < count; c++) {
      NumberLine line = line();
      String word = line.word();
      int dimension = line.index(0, announced);
      line.end();
      total += dimension;
      String kind = word.substring(word.indexOf(':') + 1);
      List<Double> weights = List.of();
      if (word.startsWith("@")) {
        String digits = word.substring(1, Math.max(1, word.indexOf(':')));
        List<List<Double>> table = kind.equals("POW*") ? dualPowers : powers;
        int number = digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
        if (number < 0 || number >= table.size()) {
          throw problem.failure(line.line(), "there are no weights for " + word);
        }
        weights = table.get(number);
      }
      domains.add(new Domain(kind, dimension, weights, line.line()));
    }
    if (total != announced) {
      throw problem.failure(
          header.line(), announced + " components are announced, " + total + " have a domain");
    }
    return domains;
  }

  private void variables() {
    for (Domain domain : domains()) {
      int first = problem.columns();
      double lower = domain.hasEnds() ? domain.lower() : -INFINITY;
      double upper = domain.hasEnds() ? domain.upper() : INFINITY;
      for (int k = 0; k < domain.dimension(); k++) {
        problem.addColumn("x" + (problem.columns() + 1), lower, upper);
      }
      if (!domain.hasEnds() && domain.dimension() > 0) {
        held.add(new Held(curved(domain), first, domain.reversed()));
      }
    }
    scalars = problem.columns();
  }

  private void constraints() {
    for (Domain domain : domains()) {
      int count = domain.dimension();
      if (count == 0) {
        continue;
      }
      int first = problem.rows();
      problem.addBlock(domain.hasEnds() ? ends(domain) : curved(domain));
      for (int k = 0; k < count; k++) {
        // the name of row k is that of the constraint that stands there
        int place = domain.reversed() ? count - 1 - k : k;
        problem.addRow("c" + (first + place + 1));
        constraints.add(new int[] {first + place, domain.hasEnds() ? 1 : -1});
      }
    }
  }

  private static Cone ends(Domain domain) {
    double[] lower = new double[domain.dimension()];
    double[] upper = new double[domain.dimension()];
    Arrays.fill(lower, domain.lower());
    Arrays.fill(upper, domain.upper());
    return new IntervalCone(lower, upper);
  }

  private CurvedCone curved(Domain domain) {
    int d = domain.dimension();
    try {
      return switch (domain.kind().toUpperCase(Locale.ROOT)) {
        case "Q" -> new SecondOrderCone(d);
        case "QR" -> new RotatedSecondOrderCone(d);
        case "EXP" -> checked(new ExponentialCone(), domain);
        case "EXP*" -> checked(new DualCone(new ExponentialCone()), domain);
        case "SVECPSD" ->
            checked(
                new SemidefiniteCone((int) Math.floor((Math.sqrt(8.0 * d + 1.0) - 1.0) / 2.0)),
                domain);
        case "GMEANABS" -> power(Collections.nCopies(d - 1, 1.0 / (d - 1)), domain, false);
        case "GMEANABS*" -> power(Collections.nCopies(d - 1, 1.0 / (d - 1)), domain, true);
        case "POW" -> power(exponents(domain.weights()), domain, false);
        case "POW*" -> power(exponents(domain.weights()), domain, true);
        default ->
            throw problem.failure(domain.line(), "the domain " + domain.kind() + " is unknown");
      };
    } catch (IllegalArgumentException e) {
      throw problem.failure(domain.line(), e.getMessage() + "");
    }
  }

  private CurvedCone checked(CurvedCone cone, Domain domain) {
    if (cone.dimension() != domain.dimension()) {
      throw problem.failure(
          domain.line(), domain.kind() + " cannot have the dimension " + domain.dimension());
    }
    return cone;
  }

  private static List<Double> exponents(List<Double> weights) {
    double sum = weights.stream().reduce(0.0, Double::sum);
    if (Math.abs(sum - 1.0) <= ROUNDING * weights.size()) {
      return weights;
    }
    return weights.stream().map(weight -> weight / sum).toList();
  }

  private CurvedCone power(List<Double> exponents, Domain domain, boolean dual) {
    int k = exponents.size();
    int tail = domain.dimension() - k;
    if (k == 1) {
      return checked(new SecondOrderCone(1 + Math.max(1, tail)), domain);
    }
    CurvedCone cone =
        k == 2 && tail == 1
            ? new PowerCone(exponents.get(0))
            : new GeneralizedPowerCone(exponents, tail);
    return checked(dual ? new DualCone(cone) : cone, domain);
  }

  /** Adds the columns of matrix variables, matrix constraints and the rows that hold variables. */
  private void finishStructure(List<Integer> orders, List<Integer> constraintOrders) {
    if (identitiesAdded) {
      return;
    }
    identitiesAdded = true;
    long total = 0;
    for (int order : orders) {
      total += Triangle.size(order);
    }
    for (int order : constraintOrders) {
      total += Triangle.size(order);
    }
    problem.requireSize(total, at);
    for (int k = 0; k < constraintOrders.size(); k++) {
      int order = constraintOrders.get(k);
      matrixConstraints.add(new int[] {order, problem.rows()});
      problem.addBlock(new SemidefiniteCone(order));
      for (int j = 0; j < order; j++) {
        for (int i = j; i < order; i++) {
          problem.addRow(Triangle.name("C" + (k + 1), i, j));
        }
      }
    }
    for (int k = 0; k < orders.size(); k++) {
      int order = orders.get(k);
      matrixVariables.add(new int[] {order, problem.columns()});
      held.add(new Held(new SemidefiniteCone(order), problem.columns(), false));
      for (int j = 0; j < order; j++) {
        for (int i = j; i < order; i++) {
          problem.addColumn(Triangle.name("X" + (k + 1), i, j), -INFINITY, INFINITY);
        }
      }
    }
    addIdentities();
  }

  /** Rows {@code -x + s = 0} with the names of the variables. */
  private void addIdentities() {
    List<int[]> ones = new ArrayList<>();
    for (Held block : held) {
      int count = block.cone().dimension();
      problem.addBlock(block.cone());
      for (int k = 0; k < count; k++) {
        int column = block.firstColumn() + (block.reversed() ? count - 1 - k : k);
        ones.add(new int[] {problem.rows(), column});
        problem.addRow(problem.columnName(column));
      }
    }
    ones.forEach(one -> problem.addEntry(one[0], one[1], -1.0, at));
  }

  private void numbers(String section, int line) {
    switch (section) {
      case "OBJBCOORD" -> problem.constant = line().number();
      case "OBJACOORD" ->
          entries(e -> problem.addCost(e.index(0, scalars - 1), e.number(), e.line()));
      case "OBJFCOORD" ->
          entries(
              e -> {
                Element element = element(e, matrixVariables);
                problem.addCost(element.place(), element.value(), e.line());
              });
      case "ACOORD" ->
          entries(
              e -> {
                int[] row = constraints.get(e.index(0, constraints.size() - 1));
                int column = e.index(0, scalars - 1);
                problem.addEntry(row[0], column, row[1] * e.number(), e.line());
              });
      case "FCOORD" ->
          entries(
              e -> {
                int[] row = constraints.get(e.index(0, constraints.size() - 1));
                Element element = element(e, matrixVariables);
                problem.addEntry(row[0], element.place(), row[1] * element.value(), e.line());
              });
      case "BCOORD" ->
          entries(
              e -> {
                int[] row = constraints.get(e.index(0, constraints.size() - 1));
                problem.addConstant(row[0], e.number(), e.line());
              });
      case "HCOORD" -> entries(this::matrixConstraintEntry);
      case "DCOORD" ->
          entries(
              e -> {
                Element element = element(e, matrixConstraints);
                problem.addConstant(element.place(), element.value(), e.line());
              });
      default -> throw problem.failure(line, "the section " + section + " is unknown");
    }
  }

  private interface Take {
    void entry(NumberLine line);
  }

  private void entries(Take take) {
    int count = line().index(0, Integer.MAX_VALUE);
    for (int k = 0; k < count; k++) {
      NumberLine line = line();
      take.entry(line);
      line.end();
    }
  }

  /** Where an element of a matrix stands, and its value as a component of its triangle. */
  private record Element(int place, double value) {}

  private static Element element(NumberLine e, List<int[]> matrices) {
    return elementOf(e, matrices.get(e.index(0, matrices.size() - 1)));
  }

  private static Element elementOf(NumberLine e, int[] matrix) {
    int i = e.index(0, matrix[0] - 1);
    int j = e.index(0, matrix[0] - 1);
    double value = e.number() * Triangle.weight(i, j);
    return new Element(matrix[1] + Triangle.place(matrix[0], i, j), value);
  }

  private void matrixConstraintEntry(NumberLine e) {
    int[] matrix = matrixConstraints.get(e.index(0, matrixConstraints.size() - 1));
    int column = e.index(0, scalars - 1);
    Element element = elementOf(e, matrix);
    problem.addEntry(element.place(), column, -element.value(), e.line());
  }
}
