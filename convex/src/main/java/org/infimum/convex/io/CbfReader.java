package org.infimum.convex.io;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.linalg.SparseMatrix;

/**
 * Reads the Conic Benchmark Format (Friberg, "CBLIB 2014: a benchmark library for conic
 * mixed-integer and continuous optimization"), versions 1 to 4, continuous:
 *
 * <pre>
 *   min or max  sum_j &lt;F_j, X_j&gt; + a'x + b
 *   subject to  sum_j &lt;F_ij, X_j&gt; + a_i'x + b_i in K,  sum_j x_j H_ij + D_i psd,  x in K,  X_j psd
 * </pre>
 *
 * Indices count from 0; of a symmetric matrix one triangle is given. {@link CbfLayout} says where
 * everything goes.
 */
final class CbfReader {
  private static final int LATEST_VERSION = 4;

  private final NumberFields fields;
  private final ReadOptions options;
  private final ReadLog log;
  private final CbfStructure structure;

  /** The line of each section that was read. */
  private final Map<CbfSection, Integer> seen = new EnumMap<>(CbfSection.class);

  private CbfSection section = CbfSection.VER;
  private Sense sense = Sense.MINIMIZE;

  private CbfReader(LineScanner lines, ReadOptions options) {
    this.fields = new NumberFields(lines, "", "#", false);
    this.options = options;
    this.log = lines.log();
    this.structure = new CbfStructure(fields, log);
  }

  static ReadProblem read(LineScanner lines, ReadOptions options) {
    CbfReader reader = new CbfReader(lines, options);
    ReadProblem problem = reader.read();
    lines.drain();
    return problem;
  }

  private ReadProblem read() {
    if (!fields.nextLine()) {
      throw log.error("the file is empty.");
    }
    boolean more = true;
    while (more && !startsData()) {
      readStructure();
      more = fields.nextLine();
    }
    CbfLayout layout = structure.layout();
    CbfNumbers numbers = new CbfNumbers(layout, fields, options, log);
    while (more) {
      numbers.read(section);
      more = fields.nextLine();
      if (more && !startsData()) {
        throw fields.error(
            "section "
                + section
                + " stands behind sections of numbers, which need it before them.");
      }
    }
    if (!seen.containsKey(CbfSection.VER)) {
      throw log.error("section VER is missing.");
    }
    structure.warnRelaxed();
    return new ReadProblem(
        program(layout, numbers.matrix()), "CBF", log.warnings(), structure.integerCount());
  }

  /** Takes the keyword of the current line; whether numbers follow it. */
  private boolean startsData() {
    fields.require("a section");
    CbfSection next = CbfSection.of(fields.text());
    if (next == null) {
      throw fields.error(
          fields.quoted()
              + (seen.isEmpty()
                  ? " is not a section of CBF; these are " + CbfSection.keywords() + "."
                  : " is neither a section of CBF nor among the lines that section "
                      + section
                      + " announced."));
    }
    fields.requireEnd();
    if (seen.isEmpty() && next != CbfSection.VER) {
      throw fields.error("section " + next + " stands before section VER.");
    }
    Integer earlier = seen.putIfAbsent(next, fields.line());
    if (earlier != null) {
      throw fields.error("section " + next + " is given twice, first at line " + earlier + ".");
    }
    if (next == CbfSection.CHANGE) {
      throw fields.error(
          "section CHANGE begins a second problem; only files with a single problem are read.");
    }
    section = next;
    return next.isData();
  }

  private void readStructure() {
    switch (section) {
      case VER -> readVersion();
      case OBJSENSE -> readSense();
      case POWCONES -> structure.readPowers(section, false);
      case POWSTARCONES -> structure.readPowers(section, true);
      case PSDVAR, PSDCON -> structure.readOrders(section);
      case VAR, CON -> structure.readCones(section);
      default -> structure.readIntegers(options);
    }
  }

  private void readVersion() {
    structure.nextLine(section);
    fields.index("the version of CBF", 1, LATEST_VERSION);
    fields.requireEnd();
  }

  private void readSense() {
    structure.nextLine(section);
    fields.require("MIN or MAX");
    sense =
        switch (fields.text()) {
          case "MIN" -> Sense.MINIMIZE;
          case "MAX" -> Sense.MAXIMIZE;
          default -> throw fields.error("OBJSENSE is " + fields.quoted() + ", not MIN or MAX.");
        };
    fields.requireEnd();
  }

  private ConicProgram program(CbfLayout layout, BorderedMatrix numbers) {
    layout.addIdentities(numbers);
    SparseMatrix a = numbers.toSparse();
    double[] b = numbers.rightHandSide;
    double[] q = numbers.cost;
    double r = numbers.constant;
    if (sense == Sense.MAXIMIZE) {
      Assembly.negate(q);
      r = 0.0 - r;
    }
    List<Cone> cones = layout.cones(b);
    return ConicProgram.conic(q, a, b, cones)
        .sense(sense)
        .constant(r)
        .columnBounds(layout.columnLower(), layout.columnUpper())
        .names(layout::columnName, layout::rowName)
        .build();
  }
}
