package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.infimum.convex.ConicProgram;
import org.junit.jupiter.api.Test;

/** The sizes that are read are those the benchmark tables list. */
class BenchmarkSizesTest {
  /** Larger files add time, not cases. */
  private static final long LARGEST = 1_100_000;

  @Test
  void netlibHasTheListedSizes() throws IOException {
    assertListedSizes("netlib_lp");
  }

  @Test
  void marosMeszarosHasTheListedSizes() throws IOException {
    assertListedSizes("maros_meszaros_qp");
  }

  @Test
  void smallMixedIntegerProgramsHaveTheListedSizes() throws IOException {
    assertListedSizes("mip_small");
  }

  @Test
  void conicProgramsHaveTheListedColumns() throws IOException {
    Path data = Problems.benchmarkData();
    assumeTrue(data != null, "shared/data is not here");
    Path folder = data.resolve("cblib");
    List<String> lines = Files.readAllLines(folder.resolve("optimal.csv"));
    List<String> header = fields(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = fields(line);
      Path file = folder.resolve(row.get(0) + ".cbf.gz");
      if (Files.size(file) <= LARGEST / 4) {
        ConicProgram program = ProblemFiles.read(file, ReadOptions.strict()).program();
        assertListed(program.columns(), header, row, "vars");
      }
    }
  }

  private static void assertListedSizes(String set) throws IOException {
    Path data = Problems.benchmarkData();
    assumeTrue(data != null, "shared/data is not here");
    Path folder = data.resolve(set);
    List<String> lines = Files.readAllLines(folder.resolve("optimal.csv"));
    List<String> header = fields(lines.get(0));
    int read = 0;
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = fields(line);
      Path file = folder.resolve(row.get(0) + ".mps.gz");
      file = Files.exists(file) ? file : folder.resolve(row.get(0) + ".qps.gz");
      if (Files.size(file) > LARGEST) {
        continue;
      }
      ReadProblem problem = ProblemFiles.read(file, new ReadOptions(false, true));
      ConicProgram program = problem.program();
      assertListed(program.rows(), header, row, "rows");
      assertListed(program.columns(), header, row, "cols");
      assertListed(program.a().nonzeros(), header, row, "nonzeros");
      assertListed(problem.integerColumns(), header, row, "integer_cols");
      assertEquals(set.equals("maros_meszaros_qp") ? "QPS" : "MPS", problem.format());
      read++;
    }
    assertTrue(read > 0);
  }

  private static void assertListed(int actual, List<String> header, List<String> row, String name) {
    int at = header.indexOf(name);
    if (at >= 0 && !row.get(at).isEmpty()) {
      assertEquals(Integer.parseInt(row.get(at)), actual, row.get(0) + " " + name);
    }
  }

  /** The fields of a CSV line, in which quotes may enclose commas. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
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
}
