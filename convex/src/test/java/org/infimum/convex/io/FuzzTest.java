package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.infimum.core.InputException;
import org.junit.jupiter.api.Test;

/** Damaged files end in a problem or in one sentence, never in anything else. */
class FuzzTest {
  @Test
  void mutatedFilesNeverBreakTheReader() {
    long seed = Problems.seed(4);
    for (String name : names()) {
      byte[] original = text(name);
      for (int trial = 0; trial < 400; trial++) {
        SplittableRandom random = new SplittableRandom(seed + trial);
        byte[] mutated = original;
        for (int k = random.nextInt(4); k >= 0; k--) {
          mutated = Mutation.of(mutated, random);
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
      assertHarmless(Mutation.of(original, random), "gzip, infimum.seed=" + (seed + trial));
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
                Mutation.of(original, random),
                name + ", infimum.seed=" + (seed + trial) + " trial 0");
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
}
