package org.infimum.convex.model;

import java.nio.file.Path;
import org.infimum.convex.Certificate;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.Sense;
import org.infimum.convex.Verifier;
import org.infimum.convex.Workspace;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.jspecify.annotations.Nullable;

/**
 * A model made ready for solves with many values of its parameters: the canonical form with the map
 * from parameters to its numbers, and a {@link Workspace} with ordering, symbolic factorization and
 * memory. A new value refills numbers; nothing is canonicalized again.
 *
 * <pre>{@code
 * PreparedModel prepared = m.prepare();
 * prepared.save(file);                              // and elsewhere, without the model:
 * PreparedModel loaded = PreparedModel.load(file);
 * Run run = Run.builder().threads(1).build();
 * if (loaded.set("returns", today).solve(run) == Status.OPTIMAL) {
 *   double[] weights = loaded.solution().value("w");
 * }
 * }</pre>
 *
 * <p>It serves one thread at a time; {@link #copy} gives a second one that shares the pattern and
 * nothing that changes.
 */
public final class PreparedModel {
  private final @Nullable Model model;
  private final CanonicalForm form;
  private final double[] parameters;
  private final boolean[] isSet;
  private final InteriorPoint method;
  private boolean stale = true;
  private @Nullable Workspace workspace;
  private @Nullable Status status;
  private final double[] cost;
  private final double[] rightHandSide;
  private final double[] coefficients;
  private final double[] quadratic;
  private final double[] solved;
  private final double[] constant = new double[1];

  /**
   * @param model null if the form was read from a file
   */
  PreparedModel(
      @Nullable Model model,
      CanonicalForm form,
      double[] parameters,
      boolean[] isSet,
      InteriorPoint method) {
    this.model = model;
    this.form = form;
    this.parameters = parameters;
    this.isSet = isSet;
    this.method = method;
    this.cost = new double[form.cost().base().length];
    this.rightHandSide = new double[form.rightHandSide().base().length];
    this.coefficients = new double[form.coefficients().base().length];
    this.quadratic = new double[form.quadratic().base().length];
    this.solved = new double[parameters.length];
  }

  /** The same with other options of the method; presolve does not apply. */
  public PreparedModel withMethod(InteriorPoint other) {
    return new PreparedModel(model, form, parameters.clone(), isSet.clone(), other);
  }

  /** A second one for another thread. */
  public PreparedModel copy() {
    return withMethod(method);
  }

  /**
   * Sets a parameter.
   *
   * @param numbers its elements, column by column; copied
   * @throws InputException if there is no such parameter, or the number of elements, their signs or
   *     a number do not fit; the old values stay
   */
  public PreparedModel set(String parameter, double... numbers) {
    for (int p = 0; p < isSet.length; p++) {
      Layout.Values values = form.layout().parameters().get(p);
      if (values.name().equals(parameter)) {
        Parameter.check(parameter, values.shape(), values.declared(), numbers);
        System.arraycopy(numbers, 0, parameters, values.first(), numbers.length);
        isSet[p] = true;
        stale = true;
        return this;
      }
    }
    throw new InputException(
        "The model \"" + form.layout().model() + "\" has no parameter \"" + parameter + "\".");
  }

  /**
   * Solves for the present values within the budgets of {@code run}.
   *
   * @throws InputException if a parameter has no value, or its values make the quadratic term
   *     nonconvex
   */
  public Status solve(Run run) {
    for (int p = 0; p < isSet.length; p++) {
      if (!isSet[p]) {
        throw new InputException(
            "Parameter "
                + form.layout().parameters().get(p).name()
                + " has no value: call set before solving.");
      }
    }
    Workspace own = workspace;
    if (own == null) {
      own = new Workspace(form.withoutConstant(parameters), method, run.threads());
      workspace = own;
    } else if (stale) {
      refill(own);
    }
    stale = false;
    System.arraycopy(parameters, 0, solved, 0, solved.length);
    Status reached = own.solve(run);
    status = reached;
    return reached;
  }

  private void refill(Workspace own) {
    if (!form.quadratic().isConstant()) {
      form.quadratic().fill(parameters, quadratic);
      own.setQuadraticValues(quadratic);
    }
    if (!form.cost().isConstant()) {
      form.cost().fill(parameters, cost);
      own.setCost(cost);
    }
    if (!form.coefficients().isConstant()) {
      form.coefficients().fill(parameters, coefficients);
      own.setConstraintValues(coefficients);
    }
    if (!form.rightHandSide().isConstant()) {
      form.rightHandSide().fill(parameters, rightHandSide);
      own.setRightHandSide(rightHandSide);
    }
  }

  private Workspace answered() {
    Workspace own = workspace;
    if (own == null || status == null) {
      throw new IllegalStateException("nothing is solved yet");
    }
    return own;
  }

  /** The objective of the last solve, in the direction in which the model states it. */
  public double objective() {
    return answered().objective() + shift();
  }

  /** The objective's constant, which the workspace does without. */
  private double shift() {
    form.constant().fill(solved, constant);
    return form.sense() == Sense.MAXIMIZE ? -constant[0] : constant[0];
  }

  /**
   * Writes the elements of a variable after the last solve, column by column, without allocating
   * for vectors and general matrices.
   */
  public void value(String variable, double[] elements) {
    Layout.Columns columns = form.layout().variable(variable);
    if (elements.length != columns.shape().size()) {
      throw new InputException(
          "Variable "
              + variable
              + " is "
              + columns.shape()
              + " but the array has "
              + elements.length
              + " elements.");
    }
    if (columns.structure() == Structure.GENERAL) {
      System.arraycopy(answered().x(), columns.first(), elements, 0, elements.length);
    } else {
      System.arraycopy(columns.elements(answered().x()), 0, elements, 0, elements.length);
    }
  }

  /** The answer of the last solve with its evidence; a copy. */
  public Solution solution() {
    Workspace own = answered();
    Status reached = status;
    if (reached == null) {
      throw new IllegalStateException("nothing is solved yet");
    }
    Certificate certificate = own.certificate();
    ConicProgram program = form.program(solved.clone());
    double[] x = own.x().clone();
    double[] y = own.y().clone();
    return new Solution(
        new PointValues(model, form.layout(), solved.clone()),
        program,
        reached,
        x,
        y,
        new Verifier(program).measure(x, y),
        own.objective() + shift(),
        own.dualObjective() + shift(),
        certificate,
        null);
  }

  /**
   * Writes the canonical form, the map from parameters to its numbers and the present values.
   *
   * @throws InputException if the file cannot be written
   */
  public void save(Path file) {
    PreparedFile.write(file, form, parameters, isSet);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws InputException if the file is missing, damaged or of another version
   */
  public static PreparedModel load(Path file) {
    return PreparedFile.read(file);
  }
}
