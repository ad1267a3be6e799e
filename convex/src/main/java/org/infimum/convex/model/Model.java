package org.infimum.convex.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.EngineResult;
import org.infimum.convex.Engines;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.jspecify.annotations.Nullable;

/**
 * A convex optimization model as a person writes it: variables, an objective and named constraints
 * under the rules of disciplined convex programming.
 *
 * <pre>{@code
 * Model m = Model.create("markowitz");
 * Variable w = m.variable("w", n).nonNegative();
 * m.maximize(w.dot(mu).minus(gamma, quadForm(w, sigma)));
 * m.subjectTo("budget", sum(w).eq(1.0));
 * m.subjectTo("risk", norm2(mul(factors, w)).le(0.2));
 * Solution s = m.solve();
 * double[] weights = s.value(w);
 * double[] price = s.dual("budget");
 * }</pre>
 *
 * <p>A mistake is refused where it is made, with an {@link InputException} of one sentence that
 * names the sub-expression. A model is built and solved by one thread; {@link PreparedModel} is the
 * form for services.
 */
public final class Model {
  private final String name;
  private final Tags tags = new Tags();
  private final List<Variable> variables = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Atom> atoms = new ArrayList<>();
  private final List<Integer> atomColumns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final Map<String, Constraint> byName = new HashMap<>();
  private final Set<String> symbols = new HashSet<>();
  private @Nullable Expression objective;
  private boolean maximize;
  private @Nullable CanonicalForm canonical;

  private Model(String name) {
    this.name = name;
  }

  /** An empty model. */
  public static Model create(String name) {
    return new Model(name);
  }

  /** The model's name. */
  public String name() {
    return name;
  }

  /** A scalar variable. */
  public Variable variable(String variableName) {
    return add(variableName, Shape.SCALAR, Structure.GENERAL);
  }

  /** A vector of variables. */
  public Variable variable(String variableName, int length) {
    return add(variableName, shape(variableName, length, 1), Structure.GENERAL);
  }

  /** A matrix of variables. */
  public Variable matrix(String variableName, int rows, int columns) {
    return add(variableName, shape(variableName, rows, columns), Structure.GENERAL);
  }

  /** A symmetric matrix of variables. */
  public Variable symmetric(String variableName, int order) {
    return add(variableName, shape(variableName, order, order), Structure.SYMMETRIC);
  }

  /**
   * A symmetric positive semidefinite matrix of variables. The condition is the constraint named
   * {@code NAME semidefinite}.
   */
  public Variable semidefinite(String variableName, int order) {
    Variable matrix = symmetric(variableName, order);
    subjectTo(variableName + " semidefinite", matrix.semidefinite());
    return matrix;
  }

  /** A complex Hermitian matrix of variables: the variables {@code NAME.re} and {@code NAME.im}. */
  public HermitianVariable hermitian(String variableName, int order) {
    Shape shape = shape(variableName, order, order);
    return new HermitianVariable(
        add(variableName + ".re", shape, Structure.SYMMETRIC),
        add(variableName + ".im", shape, Structure.SKEW));
  }

  private Variable add(String variableName, Shape shape, Structure structure) {
    claim(variableName);
    int first = tags.addColumns(structure.columns(shape), Curvature.AFFINE, Sign.UNKNOWN, -1);
    Variable variable = new Variable(this, variableName, shape, structure, first);
    variables.add(variable);
    changed();
    return variable;
  }

  /** A scalar parameter. */
  public Parameter parameter(String parameterName) {
    return addParameter(parameterName, Shape.SCALAR);
  }

  /** A vector of parameters. */
  public Parameter parameter(String parameterName, int length) {
    return addParameter(parameterName, shape(parameterName, length, 1));
  }

  /** A matrix of parameters. */
  public Parameter parameter(String parameterName, int rows, int columns) {
    return addParameter(parameterName, shape(parameterName, rows, columns));
  }

  private Parameter addParameter(String parameterName, Shape shape) {
    claim(parameterName);
    int first = tags.addParameters(shape.size());
    Parameter parameter = new Parameter(this, parameterName, shape, first);
    parameters.add(parameter);
    changed();
    return parameter;
  }

  private static Shape shape(String what, int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new InputException(what + " cannot have " + rows + " x " + columns + " elements.");
    }
    return new Shape(rows, columns);
  }

  private void claim(String symbol) {
    if (symbol.isBlank()) {
      throw new InputException("A variable or parameter needs a name.");
    }
    if (!symbols.add(symbol)) {
      throw new InputException(
          "The model \"" + name + "\" has a variable or parameter " + symbol + " already.");
    }
  }

  /** States the objective: a convex scalar, as small as possible. Replaces an earlier one. */
  public void minimize(Expression value) {
    setObjective(value, false);
  }

  /** States the objective: a concave scalar, as large as possible. Replaces an earlier one. */
  public void maximize(Expression value) {
    setObjective(value, true);
  }

  private void setObjective(Expression value, boolean upward) {
    requireOwn(value.model, value);
    Shapes.requireScalar(value, "The objective");
    Curvature curvature = value.curvature();
    if (!(upward ? curvature.isConcave() : curvature.isConvex())) {
      throw Discipline.badObjective(value, !upward);
    }
    objective = value;
    maximize = upward;
    changed();
  }

  /** Adds a constraint under a name of its own; returns it. */
  public Constraint subjectTo(String constraintName, Constraint constraint) {
    requireOwn(constraint.model, constraint);
    if (constraint.isNamed()) {
      throw new InputException(
          "The constraint "
              + constraint
              + " is in a model already, under the name \""
              + constraint.name()
              + "\".");
    }
    if (constraintName.isBlank()) {
      throw new InputException("The constraint " + constraint + " needs a name.");
    }
    Constraint earlier = byName.putIfAbsent(constraintName, constraint);
    if (earlier != null) {
      throw new InputException(
          "The model \""
              + name
              + "\" has a constraint \""
              + constraintName
              + "\" already: "
              + earlier
              + ".");
    }
    constraint.setName(constraintName);
    constraints.add(constraint);
    changed();
    return constraint;
  }

  /** Adds a constraint under the first free name of {@code c1}, {@code c2}, ...; returns it. */
  public Constraint subjectTo(Constraint constraint) {
    int number = constraints.size() + 1;
    while (byName.containsKey("c" + number)) {
      number++;
    }
    return subjectTo("c" + number, constraint);
  }

  /** The constraint of this name. */
  public Constraint constraint(String constraintName) {
    Constraint constraint = byName.get(constraintName);
    if (constraint == null) {
      throw new InputException(
          "The model \"" + name + "\" has no constraint \"" + constraintName + "\".");
    }
    return constraint;
  }

  private void requireOwn(@Nullable Model other, Object what) {
    if (other != null && other != this) {
      throw new InputException(
          what + " belongs to the model \"" + other.name + "\", not to \"" + name + "\".");
    }
  }

  /** Solves with the default method, without limits. */
  public Solution solve() {
    return solve(InteriorPoint.DEFAULT, Run.unlimited());
  }

  /** Solves within the budgets of {@code run}. */
  public Solution solve(Run run) {
    return solve(InteriorPoint.DEFAULT, run);
  }

  /**
   * Solves for the present values of the parameters. As long as only these change between two
   * calls, the canonical form is kept and refilled.
   *
   * @throws InputException if the model is empty, a parameter has no value or a variable is integer
   */
  public Solution solve(InteriorPoint method, Run run) {
    CanonicalForm form = canonicalForm();
    form.layout().requireContinuous();
    return Solution.of(this, form, parameterValues(), method, run);
  }

  /**
   * Solves with an external engine, which allows integer variables.
   *
   * @param engine {@code highs}, {@code scip} or {@code cp-sat}, with the module infimum-ortools
   * @throws InputException if the engine is not there or the model is not linear
   */
  public IntegerSolution solve(String engine, Run run) {
    CanonicalForm form = canonicalForm();
    double[] values = parameterValues();
    ConicProgram program = form.program(values);
    EngineResult result =
        Engines.solve(engine, program, form.layout().integerColumns(form.columns()), run);
    return new IntegerSolution(new PointValues(this, form.layout(), values), result);
  }

  /**
   * The canonical form with memory and symbolic factorization set up, for solves with many values
   * of the parameters.
   *
   * @throws InputException if the model is empty or a variable is integer
   */
  public PreparedModel prepare() {
    CanonicalForm form = canonicalForm();
    form.layout().requireContinuous();
    double[] values = new double[tags.parameters()];
    boolean[] set = new boolean[parameters.size()];
    for (int p = 0; p < set.length; p++) {
      parameters.get(p).copyTo(values);
      set[p] = parameters.get(p).isSet();
    }
    return new PreparedModel(this, form, values, set, InteriorPoint.DEFAULT);
  }

  /**
   * The conic program for the present values of the parameters, with the names of variables and
   * constraints.
   */
  public ConicProgram program() {
    return canonicalForm().named(parameterValues());
  }

  /** Writes the conic program to a file whose extension states a format that can express it. */
  public void writeTo(Path file) {
    ProblemFiles.write(program(), file);
  }

  private double[] parameterValues() {
    double[] values = new double[tags.parameters()];
    for (Parameter parameter : parameters) {
      if (!parameter.isSet()) {
        throw new InputException(
            "Parameter " + parameter.name() + " has no value: call set before solving.");
      }
      parameter.copyTo(values);
    }
    return values;
  }

  private CanonicalForm canonicalForm() {
    CanonicalForm form = canonical;
    if (form == null) {
      requireContent();
      form = new Canonicalization(this).form();
      canonical = form;
    }
    return form;
  }

  private void requireContent() {
    if (variables.isEmpty()) {
      throw new InputException("The model \"" + name + "\" is empty: it has no variables.");
    }
    if (objective == null && constraints.isEmpty()) {
      throw new InputException(
          "The model \"" + name + "\" is empty: it has neither an objective nor a constraint.");
    }
  }

  /** The model as it was written: objective, constraints, variables and parameters. */
  @Override
  public String toString() {
    return ModelText.of(this);
  }

  /** Something that shapes the canonical form is new. */
  void changed() {
    canonical = null;
  }

  Tags tags() {
    return tags;
  }

  List<Variable> variables() {
    return variables;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  List<Constraint> constraints() {
    return constraints;
  }

  List<Atom> atoms() {
    return atoms;
  }

  @Nullable Expression objective() {
    return objective;
  }

  boolean isMaximization() {
    return maximize;
  }

  /** Gives an atom its columns; returns the first. */
  int register(Atom atom) {
    Curvature curvature = atom.isConvex() ? Curvature.CONVEX : Curvature.CONCAVE;
    int first = tags.addColumns(atom.shape().size(), curvature, atom.sign(), atoms.size());
    atoms.add(atom);
    atomColumns.add(first);
    return first;
  }

  /** The first column of the atom of this index. */
  int firstColumn(int atom) {
    return atomColumns.get(atom);
  }

  /** The atom a column belongs to, null for a variable's. */
  @Nullable Atom atomOf(int column) {
    int index = atomIndex(column);
    return index < 0 ? null : atoms.get(index);
  }

  /** The index of the atom a column belongs to, -1 for a variable's and for the constant. */
  int atomIndex(int column) {
    return column == Block.ONE ? -1 : tags.atom(column);
  }

  /** The one model of two expressions, null if both are numbers. */
  static @Nullable Model common(Expression left, Expression right) {
    return common(left.model, right);
  }

  /** {@code model}, or that of {@code other} where it is null. */
  static @Nullable Model common(@Nullable Model model, Expression other) {
    if (model == null || other.model == null || model == other.model) {
      return model == null ? other.model : model;
    }
    throw new InputException(
        other
            + " belongs to the model \""
            + other.model.name
            + "\", not to \""
            + model.name
            + "\".");
  }
}
