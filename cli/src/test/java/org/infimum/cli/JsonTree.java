package org.infimum.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists, texts, numbers, truth values and null, for comparison. */
final class JsonTree {
  private JsonTree() {}

  /** The only object of the text. */
  static Map<String, @Nullable Object> object(String text) {
    if (parse(text) instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      map.forEach((key, value) -> object.put((String) key, value));
      return object;
    }
    throw new AssertionError("not an object: " + text);
  }

  /** The object behind the names. */
  static Map<String, @Nullable Object> inner(Map<String, @Nullable Object> tree, String... path) {
    Map<String, @Nullable Object> at = tree;
    for (String name : path) {
      Map<String, @Nullable Object> next = new LinkedHashMap<>();
      if (!(at.get(name) instanceof Map<?, ?> map)) {
        throw new AssertionError(name + " is no object in " + at);
      }
      map.forEach((key, value) -> next.put((String) key, value));
      at = next;
    }
    return at;
  }

  /** The number of that name. */
  static double number(Map<String, @Nullable Object> object, String name) {
    if (object.get(name) instanceof Double value) {
      return value;
    }
    throw new AssertionError(name + " is no number in " + object);
  }

  static @Nullable Object parse(String text) {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      Object value = value(json);
      if (json.nextToken() != null) {
        throw new AssertionError("more than one value: " + text);
      }
      return value;
    }
  }

  private static @Nullable Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (!json.nextToken().isStructEnd()) {
          String name = json.currentName();
          json.nextToken();
          object.put(name, value(json));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (!json.nextToken().isStructEnd()) {
          array.add(value(json));
        }
        yield array;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_STRING -> json.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new AssertionError(String.valueOf(json.currentToken()));
    };
  }
}
