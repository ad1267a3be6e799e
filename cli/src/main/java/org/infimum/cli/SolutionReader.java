package org.infimum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.infimum.convex.verify.ClaimedSolution;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a solution file token by token into what it claims. Fields that this schema does not have
 * are skipped; a field of the wrong type, or one that is given twice, is refused.
 */
final class SolutionReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final JsonParser json;
  private final Map<String, ClaimedSolution.Variable> variables = new LinkedHashMap<>();
  private final Map<String, ClaimedSolution.Constraint> constraints = new LinkedHashMap<>();
  private @Nullable String status;
  private @Nullable String objectiveSense;
  private @Nullable Double objective;
  private @Nullable Double dualObjective;
  private ClaimedSolution.@Nullable Ray certificate;

  private SolutionReader(String file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads the file, or standard input for {@code -}.
   *
   * @throws InputException if it cannot be read, is no JSON or no solution file
   */
  static ClaimedSolution read(String file, InputStream in) {
    boolean standardInput = file.equals(ProblemSource.STANDARD_INPUT);
    String name = standardInput ? ProblemSource.STANDARD_INPUT_NAME : file;
    try (InputStream stream = standardInput ? in : open(file);
        JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), stream)) {
      return new SolutionReader(name, json).solution();
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String line = at == null || at.getLineNr() < 1 ? "" : ":" + at.getLineNr();
      throw new InputException(
          name
              + line
              + ": this is not valid JSON: "
              + Failure.oneLine(String.valueOf(e.getOriginalMessage()))
              + ".",
          e);
    } catch (IOException e) {
      throw new InputException(
          name
              + ": the file cannot be read: "
              + Failure.oneLine(String.valueOf(e.getMessage()))
              + ".",
          e);
    }
  }

  private static InputStream open(String file) throws IOException {
    Path path = ProblemSource.path(file);
    if (!Files.exists(path)) {
      throw new InputException(file + ": there is no such file.");
    }
    if (Files.isDirectory(path)) {
      throw new InputException(file + ": a solution file is needed, but this is a directory.");
    }
    return Files.newInputStream(path);
  }

  private ClaimedSolution solution() {
    json.nextToken();
    requireObject("the file");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "status" -> status = text(field);
        case "objectiveSense" -> objectiveSense = text(field);
        case "objective" -> objective = number(field);
        case "dualObjective" -> dualObjective = number(field);
        case "variables" -> variables();
        case "constraints" -> constraints();
        case "certificate" -> certificate = certificate();
        default -> json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw error("more follows after the solution's end");
    }
    return new ClaimedSolution(
        status, objectiveSense, objective, dualObjective, variables, constraints, certificate);
  }

  private void variables() {
    requireObject("variables");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      Map<String, @Nullable Double> fields = numbers("variable " + name);
      variables.put(
          name,
          new ClaimedSolution.Variable(
              fields.get("value"),
              fields.get("reducedCost"),
              fields.get("lower"),
              fields.get("upper")));
    }
  }

  private void constraints() {
    requireObject("constraints");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      Map<String, @Nullable Double> fields = numbers("constraint " + name);
      constraints.put(
          name,
          new ClaimedSolution.Constraint(
              fields.get("activity"), fields.get("dual"), fields.get("slack")));
    }
  }

  private ClaimedSolution.@Nullable Ray certificate() {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    requireObject("certificate");
    String kind = null;
    Map<String, Double> ray = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "kind" -> kind = text(field);
        case "ray" ->
            numbers("ray")
                .forEach(
                    (name, value) -> {
                      if (value == null) {
                        throw error("the ray's entry " + name + " is null");
                      }
                      ray.put(name, value);
                    });
        case "row", "column" -> ray.put(String.valueOf(text(field)), 1.0);
        default -> json.skipChildren();
      }
    }
    if (kind == null) {
      throw error("the certificate has no kind");
    }
    return new ClaimedSolution.Ray(kind, ray);
  }

  /** An object whose fields are numbers or null. */
  private Map<String, @Nullable Double> numbers(String what) {
    requireObject(what);
    Map<String, @Nullable Double> fields = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      fields.put(field, number(what + ", " + field));
    }
    return fields;
  }

  private void requireObject(String what) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw error(what + " must be an object in braces");
    }
  }

  private @Nullable String text(String what) {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getString();
      case VALUE_NULL -> null;
      default -> throw error(what + " must be a text");
    };
  }

  private @Nullable Double number(String what) {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_NULL -> null;
      default -> throw error(what + " must be a number");
    };
  }

  private InputException error(String sentence) {
    return new InputException(
        file + ":" + json.currentLocation().getLineNr() + ": " + Failure.oneLine(sentence) + ".");
  }
}
