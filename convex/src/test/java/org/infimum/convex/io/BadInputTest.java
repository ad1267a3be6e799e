package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input is one sentence with the file, the line and the field. */
class BadInputTest {
  private static final String HEAD = "NAME t\nROWS\n N obj\n L l\n G g\n E e\nCOLUMNS\n";
  private static final String BODY = HEAD + " x obj 1 l 2\n y g 3\n";

  @TempDir Path folder;

  private static void assertRefused(String text, String message) {
    String refusal = Problems.refusal(() -> Problems.parse(text));
    assertEquals(message, refusal);
  }

  private static void assertRefusedWith(String text, String... parts) {
    String refusal = Problems.refusal(() -> Problems.parse(text));
    for (String part : parts) {
      assertTrue(refusal.contains(part), refusal);
    }
    assertTrue(refusal.endsWith("."), refusal);
    assertEquals(1, refusal.lines().count());
  }

  private static void assertFileRefused(Path file, String ending) {
    String refusal = Problems.refusal(() -> ProblemFiles.read(file, ReadOptions.strict()));
    assertTrue(refusal.startsWith(file + ": "), refusal);
    assertTrue(refusal.endsWith(ending), refusal);
  }

  @Test
  void missingFilesDirectoriesAndEmptyFiles() throws IOException {
    assertFileRefused(folder.resolve("none.mps"), "there is no such file.");
    assertFileRefused(folder, "this is a directory.");
    for (String name : new String[] {"a.mps", "a.lp", "a.qps.gz", "a"}) {
      Path empty = Files.createFile(folder.resolve(name));
      assertFileRefused(empty, "the file is empty.");
    }
    assertRefused("", "text: the file is empty.");
    assertRefused("* only\n\n", "text: this is no MPS, LP, CBF or SDPA file.");
    assertRefused("hello world\n", "text: this is no MPS, LP, CBF or SDPA file.");
  }

  @Test
  void truncatedAndDamagedGzip() {
    byte[] whole = Problems.resourceBytes("adlittle.mps.gz");
    for (int length : new int[] {5, 100, whole.length / 2, whole.length - 1}) {
      byte[] cut = Arrays.copyOf(whole, length);
      String refusal =
          Problems.refusal(
              () -> ProblemFiles.read(new ByteArrayInputStream(cut), "cut", ReadOptions.strict()));
      assertTrue(refusal.startsWith("cut: the gzip data ends early"), refusal);
    }
    byte[] damaged = whole.clone();
    damaged[whole.length - 6] ^= 0x55;
    String refusal =
        Problems.refusal(
            () ->
                ProblemFiles.read(new ByteArrayInputStream(damaged), "bad", ReadOptions.strict()));
    assertTrue(refusal.startsWith("bad: the gzip data is damaged"), refusal);
  }

  @Test
  void filesThatEndEarly() {
    assertRefused(BODY, "text:9: the file ends before ENDATA.");
    assertRefused("NAME t\n", "text:1: the file ends before ENDATA.");
    assertRefused("max\n x\nst\n x <= 1\n", "text:4: the file ends before End.");
  }

  @Test
  void sectionsOutOfOrder() {
    assertRefusedWith("NAME t\nCOLUMNS\n", "text:2: section COLUMNS is out of order");
    assertRefusedWith("NAME t\nROWS\n N obj\nRHS\n", "text:4: section RHS is out of order");
    assertRefusedWith(BODY + "BOUNDS\nRHS\n", "text:11: section RHS is out of order");
    assertRefusedWith(BODY + "COLUMNS\n", "text:10: section COLUMNS is out of order");
    assertRefusedWith("NAME\nENDATA\n", "text:2: section ENDATA is out of order");
    assertRefusedWith(BODY + "SOS1\n", "text:10: 'SOS1' is not a section");
    assertRefusedWith("NAME t\n x obj 1\n", "text:2: the line has 3 fields");
    assertRefusedWith(
        "max\n x\nbounds\n x <= 1\nend\n", "text:3: section 'bounds' is out of order");
  }

  @Test
  void unknownNames() {
    assertRefused(BODY + " y k 3\nENDATA\n", "text:10: there is no row 'k' in section ROWS.");
    assertRefused(BODY + "RHS\n RHS k 1\n", "text:11: there is no row 'k' in section ROWS.");
    assertRefused(
        BODY + "BOUNDS\n UP B k 1\n", "text:11: there is no column 'k' in section COLUMNS.");
    assertRefused(
        BODY + "QUADOBJ\n x k 1\n", "text:11: there is no column 'k' in section COLUMNS.");
    assertRefused("NAME t\nROWS\n X r\n", "text:3: the row type 'X' is none of N, E, L, G.");
    assertRefused(
        BODY + "BOUNDS\n XX B x 1\n",
        "text:11: the bound type 'XX' is none of UP, LO, FX, FR, MI, PL, BV, LI, UI.");
    assertRefusedWith("min\n x\nst\n x>=1\ngeneral\n k\nend\n", "text:6: column 'k'");
  }

  @Test
  void repeatedEntriesNameBothLines() {
    assertRefused(
        HEAD + " x l 1\n x obj 1\n x l 2\nENDATA\n",
        "text:10: the entry of row 'l' in column 'x' is given twice, first at line 8; --lenient"
            + " sums such entries.");
    assertRefusedWith(HEAD + " x obj 1 obj 1\n", "text:8: ", "'obj'", "line 8");
    assertRefusedWith(BODY + "RHS\n R l 1\n R g 1\n R l 2\n", "text:13: ", "'l'", "line 11");
    assertRefusedWith(BODY + "QUADOBJ\n x y 1\n y x 1\nENDATA\n", "text:12: ", "line 11");
    assertRefused(
        "NAME\nROWS\n N o\n L a\n L a\n", "text:5: row 'a' is defined twice, first at line 4.");
    assertRefusedWith(
        "min\n x\nst\n c: x + y\n + x >= 1\nend\n", "text:5: ", "'x'", "'c'", "line 4");
    assertRefusedWith("min\n x\nst\n c: x>=1\n c: x>=2\nend\n", "text:5: row 'c'", "line 4");
  }

  @Test
  void columnsResumedAfterAnother() {
    assertRefused(
        BODY + " x g 3\nENDATA\n",
        "text:10: column 'x' is resumed after other columns; it began at line 8.");
  }

  @Test
  void wordsThatAreNoNumbers() {
    assertRefused(HEAD + " x l 1.2.3\n", "text:8: '1.2.3' is not a number.");
    assertRefused(HEAD + " x l nan\n", "text:8: 'nan' is not a number.");
    assertRefused(BODY + "RHS\n R l --4\n", "text:11: '--4' is not a number.");
    assertRefused(BODY + "BOUNDS\n UP B x NaN\n", "text:11: 'NaN' is not a number.");
    assertRefusedWith(HEAD + " x l\n", "text:8: the line has 2 fields");
    assertRefused("min\n x\nst\n 1.2.3 x >= 1\nend\n", "text:4: '1.2.3' is not a number.");
    assertRefused("min\n x\nst\n x >= NaN\nend\n", "text:4: 'NaN' is not a number.");
  }

  @Test
  void infiniteNumbersBelongInBoundsAndRangesOnly() {
    for (String infinite : new String[] {"1e20", "-1e30", "inf", "-Infinity", "1e400"}) {
      assertRefusedWith(HEAD + " x l " + infinite + "\n", "text:8: ", "'l'", "'x'", "infinite");
      assertRefusedWith(HEAD + " x obj " + infinite + "\n", "text:8: ", "'obj'", "infinite");
      assertRefusedWith(BODY + "RHS\n R l " + infinite + "\n", "text:11: ", "'l'", "infinite");
      assertRefusedWith(BODY + "QUADOBJ\n x x " + infinite + "\n", "text:11: ", "'x'", "infinite");
    }
    assertRefusedWith(BODY + "BOUNDS\n LO B x inf\n", "text:11: the lower bound of column 'x'");
    assertRefusedWith(BODY + "BOUNDS\n UP B x -1e20\n", "text:11: the upper bound of column 'x'");
    assertRefusedWith(BODY + "BOUNDS\n FX B x 1e20\n", "text:11: the lower bound of column 'x'");
    assertRefusedWith("min\n 1e30 x\nst\nend\n", "text:2: ", "'x'", "infinite");
    assertRefusedWith("min\n x\nst\n x >= -inf\nend\n", "text:4: ", "infinite");
  }

  @Test
  void integersAndSemiContinuousColumns() {
    assertRefusedWith(
        HEAD + " M 'MARKER' 'INTORG'\n x obj 1\n", "text:9: column 'x' is integer", "--relax");
    assertRefusedWith(BODY + "BOUNDS\n BV B y\n", "text:11: column 'y' is integer", "--relax");
    assertRefusedWith(BODY + "BOUNDS\n SC B y 4\n", "text:11: column 'y' is semi-continuous");
    assertRefusedWith(
        "min\n x\nst\n x>=1\nbinary\n x\nend\n", "text:6: column 'x' is integer", "--relax");
    assertRefusedWith("min\n x\nst\n x>=1\nsemi-continuous\n x\nend\n", "text:5: ", "semi");
  }

  @Test
  void asymmetricQmatrix() {
    assertRefusedWith(
        BODY + "QMATRIX\n x y 1\n y x 2\nENDATA\n", "QMATRIX is not symmetric", "'x'", "'y'");
    assertRefusedWith(BODY + "QMATRIX\n x y 1\nENDATA\n", "text:11: QMATRIX is not symmetric");
  }

  @Test
  void lpSyntax() {
    assertRefusedWith("max\n x y\nst\nend\n", "text:2: at 'y': ");
    assertRefusedWith("max\n x\nst\n c: x + >= 2\nend\n", "text:4: at '>=': ");
    assertRefusedWith("max\n x\nst\n c: x >= y\nend\n", "text:4: at 'y': ");
    assertRefusedWith("max\n x\nst\n c: x >= 2 y\nend\n", "text:4: at 'y': ");
    assertRefusedWith("max\n x\nst\n c: 1 <= x >= 2\nend\n", "text:4: ", "both");
    assertRefusedWith("max\n x\nst\n c: [ x^2 ] = 2\nend\n", "text:4: ", "quadratic");
    assertRefusedWith("max\n [ x^3 ]\nst\nend\n", "text:2: at '3': ");
    assertRefusedWith("max\n [ x^2 ] / 3\nst\nend\n", "text:2: at '3': ");
    assertRefusedWith("max\n x\nst\n x >= 1\nbounds\n 2 x <= 4\nend\n", "text:6: at 'x': ");
    assertRefusedWith("max\n x\nst\n x >= 1\n: 3\nend\n", "text:5: ");
    assertRefusedWith("max\n x\nst\n x >=", "text:4: the file ends");
  }

  @Test
  void longTokensAreQuotedInPart() {
    String longName = "k".repeat(5_000);
    assertRefusedWith(HEAD + " x " + longName + " 1\n", "'kkkkk", "...'");
    String refusal = Problems.refusal(() -> Problems.parse(HEAD + " x " + longName + " 1\n"));
    assertTrue(refusal.length() < 200);
  }

  @Test
  void oneEndlessLineIsRefused() {
    byte[] text = new byte[LineScanner.LONGEST_LINE + (1 << 17)];
    Arrays.fill(text, (byte) 'x');
    byte[] head = HEAD.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, text, 0, head.length);
    String refusal =
        Problems.refusal(
            () -> ProblemFiles.read(new ByteArrayInputStream(text), "long", ReadOptions.strict()));
    assertTrue(refusal.startsWith("long:8: the line is longer"), refusal);
  }
}
