package org.infimum.convex.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.Cone;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.convex.Sense;
import org.jspecify.annotations.Nullable;

/**
 * From a model to its canonical form, in time linear in the nonzeros: find the atoms in use, let
 * them state their epigraphs, number columns and rows, and fill the matrices row by row. Quadratic
 * atoms that occur in the objective alone become the quadratic term P.
 */
final class Canonicalization {
  private final Model model;
  private final Lowering lowering;
  private final boolean[] used;
  private int[] canonicalColumn = new int[0];
  private int columns;

  Canonicalization(Model model) {
    this.model = model;
    this.lowering = new Lowering(model.tags().columns());
    this.used = new boolean[model.atoms().size()];
  }

  CanonicalForm form() {
    Expression objective = model.objective();
    Block cost =
        objective == null
            ? Block.constant(new double[1])
            : objective.block().scaled(model.isMaximization() ? -1.0 : 1.0);
    emitConstraints();
    emitObjective(cost);
    emitAtoms();
    numberColumns();
    return assemble();
  }

  private void emitConstraints() {
    for (int c = 0; c < model.constraints().size(); c++) {
      Constraint constraint = model.constraints().get(c);
      lowering.setOrigin(new Lowering.Origin(c, constraint.name()));
      if (constraint.cone == null) {
        lowering.interval(constraint.rows, constraint.slackLower(), constraint.slackUpper());
      } else {
        lowering.cones(constraint.cone, constraint.rows);
      }
      markAtoms(constraint.rows);
    }
    markArguments(used);
  }

  /** Marks the atoms that occur in the rows. */
  private void markAtoms(Block rows) {
    if (used.length == 0) {
      return;
    }
    for (int k = 0; k < rows.entries(); k++) {
      int atom = model.atomIndex(rows.column()[k]);
      if (atom >= 0) {
        used[atom] = true;
      }
    }
  }

  /** Marks what the marked atoms take; an atom's arguments are older than the atom. */
  private void markArguments(boolean[] marked) {
    for (int atom = marked.length - 1; atom >= 0; atom--) {
      if (marked[atom]) {
        for (Expression argument : model.atoms().get(atom).arguments()) {
          markAtoms(argument.block());
        }
      }
    }
  }

  /**
   * Adds the objective: a quadratic atom that nothing else refers to goes to P, any other atom
   * stays a column.
   */
  private void emitObjective(Block cost) {
    boolean[] inObjective = new boolean[used.length];
    for (int k = 0; k < cost.entries(); k++) {
      int atom = model.atomIndex(cost.column()[k]);
      if (atom >= 0 && !inObjective[atom]) {
        inObjective[atom] = true;
        for (Expression argument : model.atoms().get(atom).arguments()) {
          markAtoms(argument.block());
        }
      }
    }
    markArguments(used);
    for (int k = 0; k < cost.entries(); k++) {
      int column = cost.column()[k];
      Weight weight = new Weight(cost.value()[k], cost.parameterOf(k));
      int atom = model.atomIndex(column);
      boolean repeated =
          k > 0 && cost.column()[k - 1] == column
              || k + 1 < cost.entries() && cost.column()[k + 1] == column;
      if (atom < 0) {
        addLinear(column, weight);
      } else if (repeated || used[atom] || !emitQuadratic(atom, column, weight)) {
        used[atom] = true;
        addLinear(column, weight);
      }
    }
  }

  private void addLinear(int column, Weight weight) {
    lowering.addCost(
        weight,
        column == Block.ONE ? Block.constant(new double[] {1.0}) : Block.columns(column, 1),
        0);
  }

  private boolean emitQuadratic(int index, int column, Weight weight) {
    Atom atom = model.atoms().get(index);
    lowering.setOrigin(new Lowering.Origin(-1, atom.formula().toString()));
    return atom.emitObjective(
        lowering, column - model.firstColumn(index), weight, argumentBlocks(atom));
  }

  private void emitAtoms() {
    for (int index = 0; index < used.length; index++) {
      if (used[index]) {
        Atom atom = model.atoms().get(index);
        lowering.setOrigin(new Lowering.Origin(-1, atom.formula().toString()));
        Block values = Block.columns(model.firstColumn(index), atom.shape().size());
        atom.emit(lowering, values, argumentBlocks(atom));
      }
    }
  }

  private static Block[] argumentBlocks(Atom atom) {
    Block[] blocks = new Block[atom.arguments().length];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = atom.arguments()[i].block();
    }
    return blocks;
  }

  /** Variables first, then the atoms in use, then auxiliary columns. */
  private void numberColumns() {
    int modelColumns = model.tags().columns();
    canonicalColumn = new int[modelColumns + lowering.auxiliaryColumns()];
    Arrays.fill(canonicalColumn, -1);
    for (Variable variable : model.variables()) {
      number(variable.first, variable.count);
    }
    for (int atom = 0; atom < used.length; atom++) {
      if (used[atom]) {
        number(model.firstColumn(atom), model.atoms().get(atom).shape().size());
      }
    }
    number(modelColumns, lowering.auxiliaryColumns());
  }

  private void number(int first, int count) {
    for (int i = first; i < first + count; i++) {
      canonicalColumn[i] = columns++;
    }
  }

  private CanonicalForm assemble() {
    List<Layout.Rows> spans = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<Cone> cones = new ArrayList<>();
    RowMatrix matrix = new RowMatrix(canonicalColumn, columns);
    int linear = 0;
    for (Lowering.Interval interval : lowering.intervals()) {
      spans.add(span(interval.origin(), interval.rows(), linear, null));
      blocks.add(interval.rows());
      matrix.count(interval.rows());
      linear += interval.rows().rows();
    }
    int rows = linear;
    for (Lowering.Curved curved : lowering.curved()) {
      spans.add(span(curved.origin(), curved.rows(), rows, curved.cone()));
      blocks.add(curved.rows());
      matrix.count(curved.rows());
      rows += curved.rows().rows();
    }
    matrix.allocate(rows);
    for (int b = 0; b < blocks.size(); b++) {
      boolean inCone = b >= lowering.intervals().size();
      matrix.fill(blocks.get(b), inCone ? -1.0 : 1.0);
    }
    if (linear > 0) {
      cones.add(intervals(linear));
    }
    for (Lowering.Curved curved : lowering.curved()) {
      int copies = curved.rows().rows() / curved.cone().dimension();
      for (int k = 0; k < copies; k++) {
        cones.add(curved.cone());
      }
    }
    return finish(spans, cones, matrix);
  }

  private CanonicalForm finish(List<Layout.Rows> spans, List<Cone> cones, RowMatrix matrix) {
    ParameterMap.Builder cost = new ParameterMap.Builder(columns);
    ParameterMap.Builder constant = new ParameterMap.Builder(1);
    Block row = lowering.cost();
    for (int k = 0; k < row.entries(); k++) {
      int column = row.column()[k];
      if (column == Block.ONE) {
        constant.add(0, row.parameterOf(k), row.value()[k]);
      } else {
        cost.add(canonicalColumn[column], row.parameterOf(k), row.value()[k]);
      }
    }
    UpperTriangle triangle = UpperTriangle.of(lowering.quadraticCost(), canonicalColumn, columns);
    double[] lower = new double[columns];
    double[] upper = new double[columns];
    setBounds(lower, upper);
    return new CanonicalForm(
        new Layout(model.name(), variableColumns(), parameterValues(), spans),
        model.isMaximization() ? Sense.MAXIMIZE : Sense.MINIMIZE,
        triangle.pattern(),
        triangle.values(),
        cost.build(),
        constant.build(),
        matrix.pattern(),
        matrix.values(),
        matrix.rightHandSide(),
        cones,
        lower,
        upper);
  }

  private IntervalCone intervals(int rows) {
    double[] lower = new double[rows];
    double[] upper = new double[rows];
    int at = 0;
    for (Lowering.Interval interval : lowering.intervals()) {
      int end = at + interval.rows().rows();
      Arrays.fill(lower, at, end, interval.slackLower());
      Arrays.fill(upper, at, end, interval.slackUpper());
      at = end;
    }
    return new IntervalCone(lower, upper);
  }

  private Layout.Rows span(Lowering.Origin origin, Block rows, int first, @Nullable Cone cone) {
    boolean isConstraint = origin.constraint() >= 0;
    Constraint constraint = isConstraint ? model.constraints().get(origin.constraint()) : null;
    return new Layout.Rows(
        origin.constraint(),
        origin.label(),
        constraint == null ? Shape.vector(rows.rows()) : constraint.shape,
        constraint == null ? Constraint.Kind.CONE : constraint.kind,
        cone instanceof SemidefiniteCone semidefinite
            && constraint != null
            && constraint.shape.equals(new Shape(semidefinite.order(), semidefinite.order())),
        first,
        rows.rows());
  }

  private void setBounds(double[] lower, double[] upper) {
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    for (Variable variable : model.variables()) {
      for (int i = 0; i < variable.count; i++) {
        int column = canonicalColumn[variable.first + i];
        lower[column] = variable.lower(i);
        upper[column] = variable.upper(i);
      }
    }
    int at = columns - lowering.auxiliaryColumns();
    for (int i = 0; i < lowering.auxiliaryColumns(); i++) {
      lower[at + i] = lowering.auxiliaryLower(i);
      upper[at + i] = lowering.auxiliaryUpper(i);
    }
  }

  private List<Layout.Columns> variableColumns() {
    List<Layout.Columns> list = new ArrayList<>();
    int at = 0;
    for (Variable variable : model.variables()) {
      list.add(
          new Layout.Columns(
              variable.name, variable.shape, variable.structure, at, variable.isInteger()));
      at += variable.count;
    }
    return list;
  }

  private List<Layout.Values> parameterValues() {
    List<Layout.Values> list = new ArrayList<>();
    for (Parameter parameter : model.parameters()) {
      list.add(
          new Layout.Values(
              parameter.name, parameter.shape, parameter.first, parameter.declared()));
    }
    return list;
  }
}
