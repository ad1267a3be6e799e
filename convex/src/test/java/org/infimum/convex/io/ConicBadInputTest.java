package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is wrong with a CBF or an SDPA file is said in one sentence with its line. */
class ConicBadInputTest {
  private static final String VAR = "VER\n1\nVAR\n3 1\nQ 3\n";
  private static final String CON = VAR + "CON\n1 1\nL= 1\n";
  private static final String SDPA = "2\n2\n2 -3\n1 1\n";

  private static void assertRefused(String text, String message) {
    assertEquals("text:" + message, Problems.refusal(() -> Problems.parse(text)));
  }

  private static void assertRefusedWith(String text, String... parts) {
    String refusal = Problems.refusal(() -> Problems.parse(text));
    assertTrue(refusal.startsWith("text:"), refusal);
    for (String part : parts) {
      assertTrue(refusal.contains(part), refusal);
    }
  }

  @Test
  void versions() {
    assertRefused("VER\n5\n", "2: the version of CBF is '5', but 1 to 4 are possible.");
    assertRefused("VER\n", "1: the file ends inside section VER.");
    assertRefused("VER\nMIN\n", "2: the version of CBF must be a whole number, not 'MIN'.");
  }

  @Test
  void sections() {
    assertRefused(
        VAR + "CONES\n",
        "6: 'CONES' is neither a section of CBF nor among the lines that section VAR announced.");
    assertRefused(VAR + "VAR\n3 1\nQ 3\n", "6: section VAR is given twice, first at line 3.");
    assertRefused(
        VAR + "OBJACOORD\n1\n0 1\nCON\n1 1\nL= 1\n",
        "9: section CON stands behind sections of numbers, which need it before them.");
    assertRefused(
        VAR + "CHANGE\n",
        "6: section CHANGE begins a second problem; only files with a single problem are read.");
    assertRefusedWith(VAR + "INT\n1\n0\n", "text:6: section INT", "--relax", "integer engines");
  }

  @Test
  void domains() {
    assertRefusedWith("VER\n1\nVAR\n3 1\nR 3\n", "5: 'R' is not a domain of CBF", "QR");
    assertRefusedWith("VER\n1\nVAR\n3 1\nPOW 3\n", "5: 'POW' is not a domain of CBF");
    assertRefusedWith("VER\n1\nVAR\n3 1\n@0:Q 3\n", "5: '@0:Q' is not a domain of CBF");
    assertRefusedWith("VER\n1\nVAR\n3 1\n@0:POW 3\n", "5: domain '@0:POW' names power cone '0'");
    assertRefused(
        "VER\n1\nVAR\n2 1\nEXP 2\n", "5: domain 'EXP' has dimension 2, but at least 3 is needed.");
    assertRefused("VER\n1\nVAR\n4 1\nEXP 4\n", "5: domain 'EXP' has dimension 4, but 3 is needed.");
    assertRefusedWith("VER\n1\nVAR\n4 1\nSVECPSD 4\n", "5: ", "n (n + 1) / 2 for no n");
    assertRefused(
        "VER\n1\nVAR\n4 1\nQ 3\n",
        "5: the domains of section VAR have 3 components up to here, but 4 are announced.");
    assertRefusedWith("VER\n1\nVAR\n4 1\nQ 5\n", "5: ", "5 components", "4 are announced");
    assertRefusedWith("VER\n1\nVAR\n4 1\nQ -5\n", "5: ", "is negative: -5");
    assertRefusedWith("VER\n1\nPSDVAR\n1\n0\n", "5: the order of a matrix is '0'");
  }

  @Test
  void powerCones() {
    assertRefusedWith("VER\n3\nPOWCONES\n1 2\n3\n", "5: power cone 0 has 3 weights");
    assertRefusedWith("VER\n3\nPOWCONES\n1 2\n1\n1\n", "6: ", "1 weights but announces 2");
    assertRefusedWith("VER\n3\nPOWCONES\n1 1\n1\n0\n", "6: the weight '0' of a power cone");
    assertRefusedWith("VER\n3\nPOWCONES\n1 2\n2\n1\n1e-300\n", "7: ", "too far apart");
  }

  @Test
  void entries() {
    assertRefused(
        CON + "ACOORD\n1\n1 0 1\n", "11: the constraint is '1', but 0 to 0 are possible.");
    assertRefused(VAR + "ACOORD\n1\n0 0 1\n", "8: the constraint is '0', but there is none.");
    assertRefusedWith(CON + "ACOORD\n1\n0 3 1\n", "11: the variable is '3', but 0 to 2");
    assertRefusedWith(CON + "FCOORD\n1\n0 0 0 0 1\n", "11: the matrix variable is '0'");
    assertRefused(CON + "ACOORD\n1\n0 0\n", "11: the line ends where the value is needed.");
    assertRefused(CON + "ACOORD\n1\n0 0 1 1\n", "11: '1' is one field too many.");
    assertRefused(CON + "ACOORD\n1\n0 0 x\n", "11: 'x' is not a number.");
    assertRefused(CON + "ACOORD\n1\n0 0 nan\n", "11: 'nan' is not a number.");
    assertRefused(
        CON + "ACOORD\n1\n0.5 0 1\n", "11: the constraint must be a whole number, not '0.5'.");
    assertRefused(
        CON + "ACOORD\n1\n0 0 1e30\n",
        "11: the entry of row c1 in column x1 is infinite, which no entry may be.");
    assertRefused(
        CON + "ACOORD\n2\n0 0 1\nBCOORD\n1\n0 1\n",
        "12: section ACOORD announces 2 lines but another section begins behind 1.");
    assertRefused(CON + "ACOORD\n2\n0 0 1\n", "11: the file ends inside section ACOORD.");
    assertRefusedWith(CON + "ACOORD\n1\n0 0 1\n0 1 1\n", "12: '0' is neither a section");
    assertRefused(
        CON + "ACOORD\n2\n0 0 1\n0 0 2\n",
        "12: the entry of row c1 in column x1 is given twice, first at line 11; --lenient sums"
            + " such entries.");
    assertRefusedWith(CON + "OBJACOORD\n2\n1 1\n1 1\n", "12: the cost of column x2", "line 11");
    assertRefusedWith(CON + "BCOORD\n2\n0 1\n0 1\n", "12: the constant of row c1", "line 11");
  }

  @Test
  void announcedSizesAreRefusedBeforeAnythingIsAllocated() {
    assertRefusedWith(
        "VER\n1\nVAR\n1000000000 1\nF 1000000000\n",
        "text:5: the file announces a problem of 0 rows and 1000000000 columns");
    assertRefusedWith("VER\n1\nCON\n2147483647 1\nF 3\n", "text:4: ", "no program");
    assertRefusedWith(
        "VER\n1\nPSDVAR\n2\n30000\n30000\n", "text:6: ", "900030000 rows and 900030000 columns");
    assertRefusedWith("1000000000\n1\n2\n", "text:3: ", "3 rows and 1000000000 columns");
    assertRefusedWith("1\n1\n-1000000000\n1\n", "text:3: ", "1000000000 rows and 1 columns");
    assertRefusedWith("1\n1\n100000\n1\n", "text:3: the order of block 1 is '100000'");
    // lines that are announced cost nothing before they come
    assertRefusedWith(CON + "ACOORD\n2000000000\n0 0 1\n", "text:11: the file ends inside");
    assertRefusedWith("1\n2000000000\n2\n", "text:3: the file ends where");
  }

  @Test
  void sdpa() {
    assertRefused("2\n", "1: the file ends where the number of blocks is needed.");
    assertRefused("2\n1\n2\n1\n", "4: the file ends where a component of c is needed.");
    assertRefused(SDPA + "3 1 1 1 1\n", "5: the matrix is '3', but 0 to 2 are possible.");
    assertRefused(SDPA + "1 3 1 1 1\n", "5: the block is '3', but 1 to 2 are possible.");
    assertRefusedWith(SDPA + "1 1 3 1 1\n", "5: the row of the element is '3', but 1 to 2");
    assertRefused(SDPA + "1 2 1 3 1\n", "5: block 2 is diagonal, but its element (1, 3) is given.");
    assertRefused(SDPA + "1 1 1 1\n", "5: the file ends where the value is needed.");
    assertRefused(
        SDPA + "1 1 1 1 inf\n",
        "5: the element X1[1,1] of F_1 is infinite, which no entry may be.");
    assertRefused(SDPA + "1 1 1 1 1.2.3\n", "5: '1.2.3' is not a number.");
    assertRefusedWith(
        SDPA + "0 1 1 2 1\n0 1 2 1 1\n", "6: the element X1[2,1] of F_0 is given twice", "line 5");
    assertRefusedWith("2\n1\n0\n1 1\n", "3: the order of block 1 is '0'");
  }

  @Test
  void formatsThatNobodyKnows() {
    assertEquals(
        "text: this is no MPS, LP, CBF or SDPA file.",
        Problems.refusal(() -> Problems.parse("hello\n")));
    assertRefused("VERSION\n", " this is no MPS, LP, CBF or SDPA file.");
  }
}
