package org.infimum.convex.verify;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.infimum.convex.ConicProgram;
import org.infimum.core.InputException;

/**
 * The checker's own reader of linear, quadratic and conic programs: MPS and QPS in fixed or free
 * form, CPLEX LP, CBF and SDPA sparse. The format is told by the text and gzip by its first bytes,
 * whatever the file is called. Integer columns are read as continuous ones, with their bounds.
 */
public final class PlainReader {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern INFINITY = Pattern.compile("(?i)[+-]?inf(inity)?");

  /**
   * What was read.
   *
   * @param program the stored minimization, with names and the user's sense
   * @param integerColumns how many columns the file declares integer
   */
  public record Reading(ConicProgram program, int integerColumns) {}

  private PlainReader() {}

  /**
   * Reads a problem.
   *
   * @param lenient whether what is stated twice is summed instead of refused
   * @throws InputException if the file cannot be read or states no such problem
   */
  public static Reading read(Path file, boolean lenient) {
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    try (InputStream stream = Files.newInputStream(file)) {
      return read(name, stream, lenient);
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /**
   * Reads a problem from a stream, which stays open.
   *
   * @param name what to call it in messages
   * @param lenient whether what is stated twice is summed instead of refused
   * @throws IOException if the stream fails
   * @throws InputException if the text states no such problem
   */
  public static Reading read(String name, InputStream stream, boolean lenient) throws IOException {
    List<String> lines = lines(stream);
    String first = firstLine(lines);
    if (first.equalsIgnoreCase("VER")) {
      CbfText text = new CbfText(name, lines, lenient);
      return new Reading(text.read().program(), text.integerColumns());
    }
    if (!first.isEmpty() && Character.isDigit(first.charAt(0))) {
      return new Reading(new SdpaText(name, lines, lenient).read().program(), 0);
    }
    PlainProblem problem =
        isLp(lines)
            ? new LpText(name, lines, lenient).read()
            : new MpsText(name, lines, lenient).read();
    return new Reading(problem.program(), problem.integerColumns());
  }

  /** The first line that is no comment of MPS, CBF or SDPA; empty if there is none. */
  private static String firstLine(List<String> lines) {
    for (String line : lines) {
      String text = line.strip();
      if (!text.isEmpty() && "*#\"".indexOf(text.charAt(0)) < 0) {
        return text;
      }
    }
    return "";
  }

  /** Whether the first line that says anything is a comment or an objective of CPLEX LP. */
  private static boolean isLp(List<String> lines) {
    for (String line : lines) {
      String start = line.strip().toLowerCase(Locale.ROOT);
      if (!start.isEmpty() && !line.startsWith("*")) {
        return start.startsWith("\\") || start.startsWith("max") || start.startsWith("min");
      }
    }
    return false;
  }

  private static List<String> lines(InputStream stream) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    InputStream plain = gzip ? new GZIPInputStream(buffered) : buffered;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))
        .lines()
        .toList();
  }

  /** Whether {@code token} is a decimal number or infinity. */
  static boolean isNumber(String token) {
    return !token.isEmpty()
        && (NUMBER.matcher(token).matches() || INFINITY.matcher(token).matches());
  }

  /** The value of a token for which {@link #isNumber} holds. */
  static double number(String token) {
    if (INFINITY.matcher(token).matches()) {
      return token.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(token);
  }
}
