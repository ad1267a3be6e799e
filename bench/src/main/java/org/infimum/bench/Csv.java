package org.infimum.bench;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them, one record a line. */
final class Csv {
  private Csv() {}

  /** The fields of one line; a field in double quotes may hold commas and doubled quotes. */
  static List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int k = 0; k < line.length(); k++) {
      char c = line.charAt(k);
      if (quoted && c == '"' && k + 1 < line.length() && line.charAt(k + 1) == '"') {
        field.append('"');
        k++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** One line of these fields, quoted where need be; line breaks become spaces. */
  static String join(List<String> fields) {
    List<String> quoted = new ArrayList<>();
    for (String field : fields) {
      String line = field.replace('\n', ' ').replace('\r', ' ');
      quoted.add(
          line.contains(",") || line.contains("\"")
              ? "\"" + line.replace("\"", "\"\"") + "\""
              : line);
    }
    return String.join(",", quoted);
  }
}
