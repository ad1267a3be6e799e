package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.List;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.core.InputException;

/** The sections of a CBF file that say what there is: variables, constraints, domains. */
final class CbfStructure {
  private final NumberFields fields;
  private final ReadLog log;
  private final List<List<Double>> powers = new ArrayList<>();
  private final List<List<Double>> dualPowers = new ArrayList<>();
  private final List<CbfCone> variables = new ArrayList<>();
  private final List<CbfCone> constraints = new ArrayList<>();
  private final List<Integer> orders = new ArrayList<>();
  private final List<Integer> constraintOrders = new ArrayList<>();
  private int integers;

  CbfStructure(NumberFields fields, ReadLog log) {
    this.fields = fields;
    this.log = log;
  }

  /** Moves to the next line of the section. */
  void nextLine(CbfSection section) {
    if (!fields.nextLine()) {
      throw fields.error("the file ends inside section " + section + ".");
    }
  }

  /** POWCONES and POW*CONES: for each cone the number of its weights, then one weight a line. */
  void readPowers(CbfSection section, boolean dual) {
    nextLine(section);
    int cones = fields.count("the number of power cones");
    int announced = fields.count("the number of weights");
    fields.requireEnd();
    int total = 0;
    for (int c = 0; c < cones; c++) {
      nextLine(section);
      int length = fields.count("the number of weights of a power cone");
      fields.requireEnd();
      if (length == 0 || length > announced - total) {
        throw fields.error(
            "power cone "
                + c
                + " has "
                + length
                + " weights, but of the "
                + announced
                + " that section "
                + section
                + " announces "
                + (announced - total)
                + " are left.");
      }
      total += length;
      (dual ? dualPowers : powers).add(readWeights(section, length));
    }
    if (total != announced) {
      throw fields.error(
          "section " + section + " has " + total + " weights but announces " + announced + ".");
    }
  }

  private List<Double> readWeights(CbfSection section, int length) {
    List<Double> weights = new ArrayList<>();
    double sum = 0.0;
    for (int k = 0; k < length; k++) {
      nextLine(section);
      double weight = fields.number("a weight");
      if (!(weight > 0.0 && weight < Double.POSITIVE_INFINITY)) {
        throw fields.error("the weight " + fields.quoted() + " of a power cone is not positive.");
      }
      fields.requireEnd();
      weights.add(weight);
      sum += weight;
    }
    for (double weight : weights) {
      double exponent = weight / sum;
      if (!(exponent > 0.0 && (exponent < 1.0 || length == 1))) {
        throw fields.error(
            "the weights of a power cone are too far apart: " + weight + " of " + sum + ".");
      }
    }
    return weights;
  }

  void readOrders(CbfSection section) {
    List<Integer> target = section == CbfSection.PSDVAR ? orders : constraintOrders;
    nextLine(section);
    int count = fields.count("the number of matrices");
    fields.requireEnd();
    for (int k = 0; k < count; k++) {
      nextLine(section);
      target.add(fields.index("the order of a matrix", 1, SemidefiniteCone.LARGEST_ORDER));
      fields.requireEnd();
    }
  }

  void readCones(CbfSection section) {
    List<CbfCone> target = section == CbfSection.VAR ? variables : constraints;
    nextLine(section);
    int announced = fields.count("the dimension of section " + section);
    int cones = fields.count("the number of domains");
    fields.requireEnd();
    int begin = 0;
    for (int c = 0; c < cones; c++) {
      nextLine(section);
      fields.require("a domain");
      String word = fields.text();
      CbfDomain domain = domain(word);
      List<Double> weights = domain.isPower() ? weights(word, domain) : List.of();
      int dimension = fields.count("the dimension of domain " + ReadLog.quote(word));
      fields.requireEnd();
      String complaint = CbfCone.complaint(domain, dimension, weights.size());
      if (!complaint.isEmpty()) {
        throw fields.error("domain " + ReadLog.quote(word) + " " + complaint + ".");
      }
      if (dimension > announced - begin) {
        throw wrongTotal(section, (long) begin + dimension, announced);
      }
      target.add(new CbfCone(domain, begin, dimension, weights));
      begin += dimension;
    }
    if (begin != announced) {
      throw wrongTotal(section, begin, announced);
    }
  }

  private InputException wrongTotal(CbfSection section, long total, int announced) {
    return fields.error(
        "the domains of section "
            + section
            + " have "
            + total
            + " components up to here, but "
            + announced
            + " are announced.");
  }

  /** {@code L+}, or {@code @0:POW}. */
  private CbfDomain domain(String word) {
    int colon = word.indexOf(':');
    CbfDomain domain = CbfDomain.of(word.substring(colon + 1));
    if (domain == null
        || domain.isPower() != word.startsWith("@")
        || (colon >= 0) != domain.isPower()) {
      throw fields.error(
          ReadLog.quote(word)
              + " is not a domain of CBF; these are F, L=, L+, L-, Q, QR, SVECPSD, EXP, EXP*,"
              + " GMEANABS, GMEANABS*, @k:POW, @k:POW*.");
    }
    return domain;
  }

  private List<Double> weights(String word, CbfDomain domain) {
    List<List<Double>> table = domain == CbfDomain.POWER ? powers : dualPowers;
    String digits = word.substring(1, word.indexOf(':'));
    int number = digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    if (number < 0 || number >= table.size()) {
      throw fields.error(
          "domain "
              + ReadLog.quote(word)
              + " names power cone "
              + ReadLog.quote(digits)
              + " of section "
              + (domain == CbfDomain.POWER ? CbfSection.POWCONES : CbfSection.POWSTARCONES)
              + ", which has "
              + table.size()
              + ".");
    }
    return table.get(number);
  }

  /** INT: the numbers of integer variables. */
  void readIntegers(ReadOptions options) {
    int line = fields.line();
    nextLine(CbfSection.INT);
    integers = fields.count("the number of integer variables");
    fields.requireEnd();
    if (integers > 0 && !options.relax()) {
      throw log.error(
          line,
          "section INT declares "
              + integers
              + " integer variables and only continuous problems are solved; --relax solves the"
              + " relaxation (integer engines such as SCIP take the problem as it is).");
    }
    int scalars = variables.isEmpty() ? 0 : variables.getLast().end();
    for (int k = 0; k < integers; k++) {
      nextLine(CbfSection.INT);
      fields.index("an integer variable", 0, scalars);
      fields.requireEnd();
    }
  }

  int integerCount() {
    return integers;
  }

  void warnRelaxed() {
    if (integers > 0) {
      log.warn(integers + " integer columns are relaxed to continuous ones.");
    }
  }

  /** What is announced, once it is known to fit. */
  CbfLayout layout() {
    long columns = total(variables, true) + total(orders);
    long rows =
        total(constraints, true)
            + total(constraintOrders)
            + total(variables, false)
            + total(orders);
    ProgramSize.require(rows, columns, fields.line(), log);
    return new CbfLayout(variables, constraints, orders, constraintOrders);
  }

  private static long total(List<Integer> matrices) {
    return matrices.stream().mapToLong(Svec::dimension).sum();
  }

  private static long total(List<CbfCone> cones, boolean polyhedralToo) {
    return cones.stream()
        .filter(cone -> polyhedralToo || !cone.domain().isPolyhedral())
        .mapToLong(CbfCone::dimension)
        .sum();
  }
}
