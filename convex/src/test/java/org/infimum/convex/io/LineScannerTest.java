package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineScannerTest {
  private static List<String> lines(InputStream in) {
    LineScanner scanner = new LineScanner(in, new ReadLog("test"));
    List<String> lines = new ArrayList<>();
    while (scanner.next()) {
      lines.add(Text.decode(scanner.bytes(), scanner.start(), scanner.end()));
      assertEquals(lines.size(), scanner.number());
    }
    assertFalse(scanner.next());
    return lines;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Hands out a few bytes at a time. */
  private static InputStream drops(String text, SplittableRandom random) {
    return new InputStream() {
      private final InputStream all = stream(text);

      @Override
      public int read() {
        throw new UnsupportedOperationException();
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return all.read(target, offset, Math.min(length, 1 + random.nextInt(9)));
      }
    };
  }

  @Test
  void lineEndsAndTheLastLineWithoutOne() {
    assertEquals(List.of(), lines(stream("")));
    assertEquals(List.of("", ""), lines(stream("\n\n")));
    assertEquals(List.of("a", "b", "c"), lines(stream("a\r\nb\nc")));
    assertEquals(List.of("a b"), lines(stream("\uFEFFa b")));
  }

  @Test
  void linesAreTheSameHoweverTheStreamIsCutAndTheBufferGrows() {
    SplittableRandom random = Problems.random(6);
    for (int trial = 0; trial < 20; trial++) {
      List<String> expected = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      int count = 1 + random.nextInt(300);
      for (int i = 0; i < count; i++) {
        int length = random.nextInt(50) == 0 ? random.nextInt(200_000) : random.nextInt(80);
        String line = Character.toString('a' + i % 26).repeat(length) + i;
        expected.add(line);
        text.append(line).append(i == count - 1 && random.nextBoolean() ? "" : "\n");
      }
      assertEquals(expected, lines(stream(text.toString())));
      assertEquals(expected, lines(drops(text.toString(), random)));
    }
  }
}
