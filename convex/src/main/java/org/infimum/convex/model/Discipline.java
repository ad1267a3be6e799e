package org.infimum.convex.model;

import org.infimum.core.InputException;

/**
 * The composition rules of disciplined convex programming (Grant, Boyd and Ye, "Disciplined convex
 * programming", 2006): what they refuse, and how that is said.
 */
final class Discipline {
  private Discipline() {}

  /** Refuses an argument whose composition with the atom has no known curvature. */
  static void check(Atom atom, Expression argument, Monotonicity monotonicity) {
    Tags tags = argument.tags();
    Block block = argument.block();
    for (int i = 0; i < block.rows(); i++) {
      Curvature curvature = tags.curvature(block, i);
      if (!curvature.isAffine()
          && !monotonicity.admits(atom.isConvex(), curvature, tags.sign(block, i))) {
        String bend = atom.isConvex() ? "convex" : "concave";
        throw new InputException(
            "Not a disciplined convex expression: in "
                + atom.formula()
                + " the argument "
                + argument
                + " is "
                + curvature.label()
                + ", but "
                + atom.formula().text()
                + " is "
                + bend
                + " and needs "
                + monotonicity.needs(atom.isConvex())
                + ".");
      }
    }
  }

  /** Why a constraint is refused; the names of its sides come first. */
  static InputException notConvex(
      String text, Constraint.Kind kind, Expression left, Expression right, Expression difference) {
    boolean affine =
        switch (kind) {
          case EQUAL, BETWEEN, CONE -> true;
          case LESS_OR_EQUAL, GREATER_OR_EQUAL -> false;
        };
    Curvature wanted =
        affine
            ? Curvature.AFFINE
            : kind == Constraint.Kind.LESS_OR_EQUAL ? Curvature.CONVEX : Curvature.CONCAVE;
    Expression side = guilty(left, wanted) ? left : right;
    boolean isLeft = side == left;
    String needed =
        affine ? "affine" : isLeft == (wanted == Curvature.CONVEX) ? "convex" : "concave";
    return new InputException(
        "Not a disciplined convex constraint: "
            + text
            + ": "
            + side
            + " is "
            + side.curvature().label()
            + offending(side, difference, wanted)
            + ", but this side must be "
            + needed
            + ".");
  }

  private static boolean guilty(Expression left, Curvature wanted) {
    Curvature curvature = left.curvature();
    return switch (wanted) {
      case CONVEX -> !curvature.isConvex();
      case CONCAVE -> !curvature.isConcave();
      case CONSTANT, AFFINE, UNKNOWN -> !curvature.isAffine();
    };
  }

  /** Why an objective is refused. */
  static InputException badObjective(Expression objective, boolean minimize) {
    Curvature wanted = minimize ? Curvature.CONVEX : Curvature.CONCAVE;
    return new InputException(
        "Not a disciplined convex objective: "
            + objective
            + " is "
            + objective.curvature().label()
            + offending(objective, objective, wanted)
            + "; a "
            + (minimize ? "convex one can be minimized." : "concave one can be maximized."));
  }

  /** The atom inside {@code side} that bends the wrong way, unless it is all of it. */
  private static String offending(Expression side, Expression whole, Curvature wanted) {
    Model model = whole.model;
    if (model == null) {
      return "";
    }
    int column = whole.tags().offendingColumn(whole.block(), wanted);
    Atom atom = column == Block.ONE ? null : model.atomOf(column);
    if (atom == null || atom.formula().toString().equals(side.toString())) {
      return "";
    }
    return " because of its term " + atom.formula();
  }
}
