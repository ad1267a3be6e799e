package org.infimum.convex.model;

/** A model as text, in the order in which it was written. */
final class ModelText {
  private ModelText() {}

  static String of(Model model) {
    StringBuilder text = new StringBuilder("model ").append(model.name()).append('\n');
    Expression objective = model.objective();
    if (objective != null) {
      text.append(model.isMaximization() ? "maximize  " : "minimize  ").append(objective);
      text.append('\n');
    }
    if (!model.constraints().isEmpty()) {
      text.append("subject to\n");
    }
    for (Constraint constraint : model.constraints()) {
      text.append("  ").append(constraint.name()).append(": ").append(constraint).append('\n');
    }
    if (!model.variables().isEmpty()) {
      text.append("variables\n");
    }
    for (Variable variable : model.variables()) {
      text.append("  ").append(variable.name()).append(": ").append(variable.shape);
      append(text, variable);
      text.append('\n');
    }
    if (!model.parameters().isEmpty()) {
      text.append("parameters\n");
    }
    for (Parameter parameter : model.parameters()) {
      text.append("  ").append(parameter.name()).append(": ").append(parameter.shape);
      text.append(parameter.isSet() ? "" : ", no value yet").append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Variable variable) {
    text.append(
        switch (variable.structure) {
          case GENERAL -> "";
          case SYMMETRIC -> ", symmetric";
          case SKEW -> ", skew-symmetric";
        });
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < variable.count; i++) {
      low = Math.min(low, variable.lower(i));
      high = Math.max(high, variable.upper(i));
    }
    if (low > Double.NEGATIVE_INFINITY && low < Double.POSITIVE_INFINITY) {
      text.append(", at least ").append(Formula.number(low).text());
    }
    if (high < Double.POSITIVE_INFINITY && high > Double.NEGATIVE_INFINITY) {
      text.append(", at most ").append(Formula.number(high).text());
    }
    text.append(variable.isInteger() ? ", integer" : "");
  }
}
