package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.infimum.core.InputException;
import org.junit.jupiter.api.Test;

/** Damaged files end in a problem or in one sentence, never in anything else. */
class FuzzTest {
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

  @Test
  void mutatedFilesNeverBreakTheReader() {
    long seed = Problems.seed(4);
    for (String name : names()) {
      byte[] original = text(name);
      for (int trial = 0; trial < 400; trial++) {
        SplittableRandom random = new SplittableRandom(seed + trial);
        byte[] mutated = original;
        for (int k = random.nextInt(4); k >= 0; k--) {
          mutated = mutate(mutated, random);
        }
        assertHarmless(mutated, name + ", infimum.seed=" + (seed + trial) + " trial 0");
      }
    }
  }

  @Test
  void mutatedGzipNeverBreaksTheReader() {
    long seed = Problems.seed(5);
    byte[] original = Problems.resourceBytes("afiro.mps.gz");
    for (int trial = 0; trial < 1_000; trial++) {
      SplittableRandom random = new SplittableRandom(seed + trial);
      assertHarmless(mutate(original, random), "gzip, infimum.seed=" + (seed + trial));
    }
  }

  @Test
  void hugeTokensAndNumbersStayHarmless() {
    String big = "x".repeat(90_000);
    String digits = "9".repeat(90_000);
    for (String text :
        new String[] {
          "NAME " + big + "\n",
          "ROWS\n N " + big + "\nCOLUMNS\n c " + big + " 1\nENDATA\n",
          "ROWS\n N o\nCOLUMNS\n c o " + digits + "\nENDATA\n",
          "ROWS\n N o\nCOLUMNS\n c o 0." + digits + "\nENDATA\n",
          "ROWS\n N o\nCOLUMNS\n c o 1e" + digits + "\nENDATA\n",
          "ROWS\n N o\nCOLUMNS\n c o 1e-" + digits + "\nENDATA\n",
          "max\n " + digits + " x\nst\nend\n",
          "max\n " + "-".repeat(90_000) + " x\nst\nend\n",
          "max\n " + "[".repeat(90_000) + " x\nst\nend\n",
          "max\n " + "x + ".repeat(20_000) + " x\nst\nend\n",
          big
        }) {
      assertHarmless(text.getBytes(StandardCharsets.UTF_8), text.substring(0, 20));
    }
  }

  @Test
  void memoryIsBoundedByTheSizeOfTheFile() {
    StringBuilder text = new StringBuilder("ROWS\n N o\n L r\nCOLUMNS\n");
    for (int j = 0; text.length() < 100_000; j++) {
      text.append(" x").append(j).append(" o 1 r 2\n");
    }
    byte[] bytes = text.append("ENDATA\n").toString().getBytes(StandardCharsets.US_ASCII);
    assertHarmless(bytes, "first");
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertHarmless(bytes, "second");
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    // Some hundred bytes a column and a few buffers.
    assertTrue(allocated < 20_000_000, "allocated " + allocated);
  }

  @Test
  void mutatedConicFilesGetFarIntoTheReader() {
    long seed = Problems.seed(6);
    for (String name : Problems.CONIC_RESOURCES) {
      byte[] original = text(name);
      int read = 0;
      for (int trial = 0; trial < 3_000; trial++) {
        SplittableRandom random = new SplittableRandom(seed + trial);
        boolean accepted =
            assertHarmless(
                mutate(original, random), name + ", infimum.seed=" + (seed + trial) + " trial 0");
        read += accepted ? 1 : 0;
      }
      assertTrue(read > 100, "only " + read + " mutations of " + name + " were read");
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(Problems.RESOURCES);
    names.addAll(Problems.CONIC_RESOURCES);
    return names;
  }

  private static byte[] text(String name) {
    byte[] bytes = Problems.resourceBytes(name);
    if (!name.endsWith(".gz")) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Whether the strict reader accepts the bytes. */
  private static boolean assertHarmless(byte[] bytes, String where) {
    boolean accepted = false;
    for (ReadOptions options :
        new ReadOptions[] {ReadOptions.strict(), new ReadOptions(true, true)}) {
      try {
        ProblemFiles.read(new ByteArrayInputStream(bytes), "fuzzed", options);
        accepted |= !options.lenient();
      } catch (InputException refusal) {
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("fuzzed") && message.length() < 500, where + ": " + message);
        assertFalse(message.contains("\n"), where + ": " + message);
      } catch (RuntimeException | StackOverflowError failure) {
        fail(where, failure);
      }
    }
    return accepted;
  }

  private static byte[] mutate(byte[] text, SplittableRandom random) {
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
