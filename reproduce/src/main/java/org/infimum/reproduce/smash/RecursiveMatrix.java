package org.infimum.reproduce.smash;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.sparse.CompressedRows;

/**
 * R-MAT graphs with the quadrant probabilities of Graph500 (Chakrabarti, Zhan and Faloutsos,
 * "R-MAT: A recursive model for graph mining", SDM 2004).
 */
public final class RecursiveMatrix {
  private static final double TOP_LEFT = 0.57;
  private static final double TOP_RIGHT = 0.19;
  private static final double BOTTOM_LEFT = 0.19;

  private RecursiveMatrix() {}

  /**
   * The adjacency matrix of 2^scale vertices; repeated edges add up.
   *
   * @param edgesPerVertex edges drawn for each vertex
   */
  public static CompressedRows of(int scale, int edgesPerVertex, long seed) {
    int n = 1 << scale;
    int count = n * edgesPerVertex;
    SplittableRandom random = new SplittableRandom(seed);
    int[] row = new int[count];
    int[] column = new int[count];
    double[] ones = new double[count];
    Arrays.fill(ones, 1.0);
    for (int e = 0; e < count; e++) {
      for (int bit = 0; bit < scale; bit++) {
        double draw = random.nextDouble();
        boolean bottom = draw >= TOP_LEFT + TOP_RIGHT;
        boolean right = bottom ? draw >= TOP_LEFT + TOP_RIGHT + BOTTOM_LEFT : draw >= TOP_LEFT;
        row[e] = 2 * row[e] + (bottom ? 1 : 0);
        column[e] = 2 * column[e] + (right ? 1 : 0);
      }
    }
    return CompressedRows.of(SparseMatrix.ofTriplets(n, n, count, row, column, ones));
  }
}
