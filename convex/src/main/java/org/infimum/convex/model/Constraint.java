package org.infimum.convex.model;

import org.infimum.convex.CurvedCone;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the variables; it counts once it is handed to {@link Model#subjectTo}. Equality,
 * inequality element by element, or membership of rows in a cone.
 */
public final class Constraint {
  /** What is asked of the rows. */
  enum Kind {
    /** Rows at most 0. */
    LESS_OR_EQUAL(" <= "),
    /** Rows at least 0. */
    GREATER_OR_EQUAL(" >= "),
    /** Rows equal to 0. */
    EQUAL(" = "),
    /** Rows between minus the width and 0. */
    BETWEEN(" in "),
    /** Rows in a cone. */
    CONE(" in ");

    private final String symbol;

    Kind(String symbol) {
      this.symbol = symbol;
    }
  }

  final @Nullable Model model;
  final Kind kind;
  final Block rows;
  final Shape shape;
  final @Nullable CurvedCone cone;
  final double width;
  private final String text;
  private @Nullable String name;

  private Constraint(
      @Nullable Model model,
      Kind kind,
      Block rows,
      Shape shape,
      @Nullable CurvedCone cone,
      double width,
      String text) {
    this.model = model;
    this.kind = kind;
    this.rows = rows;
    this.shape = shape;
    this.cone = cone;
    this.width = width;
    this.text = text;
  }

  /** {@code left - right} compared with 0, if the rules of disciplined convexity allow it. */
  static Constraint inequality(Expression left, Expression right, Kind kind) {
    String text = left + kind.symbol + right;
    Expression difference = left.minus(right);
    Curvature curvature = difference.curvature();
    boolean fits =
        switch (kind) {
          case LESS_OR_EQUAL -> curvature.isConvex();
          case GREATER_OR_EQUAL -> curvature.isConcave();
          case EQUAL, BETWEEN, CONE -> curvature.isAffine();
        };
    if (!fits) {
      throw Discipline.notConvex(text, kind, left, right, difference);
    }
    return new Constraint(
        difference.model, kind, difference.block(), difference.shape, null, 0.0, text);
  }

  static Constraint between(Expression x, double lower, double upper) {
    Numbers.finite(lower, "lower end of " + x);
    Numbers.finite(upper, "upper end of " + x);
    String text = x + " in [" + Formula.number(lower) + ", " + Formula.number(upper) + "]";
    if (lower > upper) {
      throw new InputException("The ends in " + text + " are crossed.");
    }
    Expression shifted = x.minus(upper);
    if (!shifted.curvature().isAffine()) {
      throw Discipline.notConvex(text, Kind.BETWEEN, x, Expression.constant(upper), shifted);
    }
    return new Constraint(
        shifted.model, Kind.BETWEEN, shifted.block(), x.shape, null, upper - lower, text);
  }

  static Constraint inCone(Expression x, CurvedCone cone, Block rows) {
    String text = x + " in the " + cone.description();
    if (!x.curvature().isAffine()) {
      throw Discipline.notConvex(text, Kind.CONE, x, x, x);
    }
    if (rows.rows() % cone.dimension() != 0) {
      throw new InputException(
          "The "
              + cone.description()
              + " has "
              + cone.dimension()
              + " rows, but "
              + x
              + " is "
              + x.shape
              + ".");
    }
    return new Constraint(x.model, Kind.CONE, rows, x.shape, cone, 0.0, text);
  }

  /** The name it has in its model. */
  public String name() {
    String own = name;
    if (own == null) {
      throw new IllegalStateException("the constraint " + text + " is in no model");
    }
    return own;
  }

  boolean isNamed() {
    return name != null;
  }

  void setName(String value) {
    name = value;
  }

  /** The slack's interval in the canonical form, where {@code slack = -rows}. */
  double slackLower() {
    return kind == Kind.GREATER_OR_EQUAL ? Double.NEGATIVE_INFINITY : 0.0;
  }

  double slackUpper() {
    return switch (kind) {
      case LESS_OR_EQUAL -> Double.POSITIVE_INFINITY;
      case BETWEEN -> width;
      case GREATER_OR_EQUAL, EQUAL, CONE -> 0.0;
    };
  }

  /** The constraint as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
