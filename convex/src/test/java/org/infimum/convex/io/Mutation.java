package org.infimum.convex.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damage to a text as files suffer it. */
public final class Mutation {
  private static final String[] NUMBERS = {
    "nan",
    "inf",
    "-inf",
    "1e400",
    "-1e400",
    "1e20",
    "1e-400",
    "0",
    "-0",
    "1e",
    "0x10",
    "1e99999999999",
    "99999999999999999999999999",
    "."
  };

  private static final String[] WORDS = {
    "NAME",
    "ROWS",
    "COLUMNS",
    "RHS",
    "RANGES",
    "BOUNDS",
    "QUADOBJ",
    "QMATRIX",
    "ENDATA",
    "OBJSENSE",
    "OBJNAME",
    " M 'MARKER' 'INTORG'",
    "Maximize",
    "Subject To",
    "Bounds",
    "Generals",
    "End",
    "[",
    "]",
    "/ 2",
    "^",
    "*",
    ":",
    "<=",
    ">=",
    "=",
    "free",
    "infinity",
    "\\",
    "\u00e9",
    "\u0000",
    "VER",
    "VAR",
    "CON",
    "PSDVAR",
    "INT",
    "CHANGE",
    "POWCONES",
    "ACOORD",
    "FCOORD",
    "HCOORD",
    "BCOORD",
    "@0:POW*",
    "SVECPSD",
    "EXP*",
    "GMEANABS",
    "-2",
    "{",
    "3"
  };

  private Mutation() {}

  /** The text with one slip. */
  public static byte[] of(byte[] text, SplittableRandom random) {
    if (text.length < 4) {
      return text;
    }
    int from = random.nextInt(text.length);
    int to = Math.min(text.length, from + 1 + random.nextInt(40));
    byte[] middle = Arrays.copyOfRange(text, from, to);
    return switch (random.nextInt(9)) {
      case 0 -> {
        byte[] flipped = text.clone();
        flipped[from] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 1 -> join(text, from, new byte[0], to);
      case 2 -> join(text, from, middle, from);
      case 3 -> Arrays.copyOf(text, from);
      case 4 -> swapLines(text, random);
      case 5 -> replaceToken(text, random, NUMBERS[random.nextInt(NUMBERS.length)]);
      case 6 -> replaceToken(text, random, WORDS[random.nextInt(WORDS.length)]);
      case 7 ->
          join(
              text,
              from,
              ("\n" + WORDS[random.nextInt(WORDS.length)] + "\n").getBytes(StandardCharsets.UTF_8),
              from);
      default -> replaceToken(text, random, "y".repeat(1 + random.nextInt(3_000)));
    };
  }

  /** The text with {@code [from, to)} replaced. */
  private static byte[] join(byte[] text, int from, byte[] middle, int to) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(text, 0, from);
    joined.writeBytes(middle);
    joined.write(text, to, text.length - to);
    return joined.toByteArray();
  }

  private static byte[] swapLines(byte[] text, SplittableRandom random) {
    String[] lines = new String(text, StandardCharsets.ISO_8859_1).split("\n", -1);
    int first = random.nextInt(lines.length);
    int second = random.nextInt(lines.length);
    String line = lines[first];
    lines[first] = lines[second];
    lines[second] = line;
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] replaceToken(byte[] text, SplittableRandom random, String token) {
    int from = random.nextInt(text.length);
    while (from > 0 && text[from - 1] > ' ') {
      from--;
    }
    int to = from;
    while (to < text.length && text[to] > ' ') {
      to++;
    }
    return join(text, from, token.getBytes(StandardCharsets.UTF_8), to);
  }
}
