package org.infimum.convex.model;

import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/** Expressions put together to larger ones. */
final class Stacking {
  private Stacking() {}

  static Expression vertical(Expression... parts) {
    return join("stack", true, parts);
  }

  static Expression horizontal(Expression... parts) {
    return join("besides", false, parts);
  }

  private static Expression join(String name, boolean vertical, Expression[] parts) {
    if (parts.length == 0) {
      throw new InputException(name + " needs at least one expression.");
    }
    Formula[] operands = new Formula[parts.length];
    @Nullable Model model = null;
    int length = 0;
    int width = vertical ? parts[0].columns() : parts[0].rows();
    for (int i = 0; i < parts.length; i++) {
      operands[i] = parts[i].formula;
      model = Model.common(model, parts[i]);
      length += vertical ? parts[i].rows() : parts[i].columns();
      if ((vertical ? parts[i].columns() : parts[i].rows()) != width) {
        throw Shapes.mismatch(Formula.call(name, operands[0], operands[i]), parts[0], parts[i]);
      }
    }
    Formula formula = Formula.call(name, operands);
    Shape shape = vertical ? new Shape(length, width) : new Shape(width, length);
    Block block;
    if (vertical && width != 1) {
      Expression[] turned = new Expression[parts.length];
      for (int i = 0; i < parts.length; i++) {
        turned[i] = parts[i].transpose();
      }
      block = horizontal(turned).transpose().block();
    } else {
      Block[] blocks = new Block[parts.length];
      for (int i = 0; i < parts.length; i++) {
        blocks[i] = parts[i].block();
      }
      block = Block.stacked(blocks);
    }
    return new Expression(model, shape, formula, block);
  }

  /** A scalar in the shape of the expression it goes with. */
  static Expression stretched(Expression x, Shape shape) {
    return x.shape.equals(shape)
        ? x
        : new Expression(x.model, shape, x.formula, x.block().repeated(shape.size()));
  }
}
