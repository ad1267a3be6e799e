package org.infimum.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DenseKernelsTest {
  /** Sums of at most 128 products of numbers of order one. */
  private static final double TOLERANCE = 1e-12;

  private final Random random = new Random(Patterns.seed());

  @Test
  void bothTwinsSubtractTheSameProduct() {
    for (int trial = 0; trial < 400; trial++) {
      int q = 1 + random.nextInt(trial % 4 == 0 ? PanelUpdate.MAX_WIDTH : 12);
      int k = 1 + random.nextInt(trial % 3 == 0 ? PanelUpdate.MAX_WIDTH : 12);
      int m = q + random.nextInt(200);
      Product product = new Product(m, q, k);
      double[] scalar = product.subtractedBy(KernelChoice.SCALAR, m);
      assertArrayEquals(
          scalar, product.subtractedBy(KernelChoice.fastest(), m), TOLERANCE, context(trial));
    }
  }

  @Test
  void splittingAnUpdateByRowsChangesNoBit() {
    for (int trial = 0; trial < 200; trial++) {
      int q = 1 + random.nextInt(60);
      int m = q + random.nextInt(200);
      Product product = new Product(m, q, 1 + random.nextInt(40));
      int cut = 1 + random.nextInt(m);
      for (DenseKernels kernels :
          new DenseKernels[] {KernelChoice.SCALAR, KernelChoice.fastest()}) {
        assertArrayEquals(
            product.subtractedBy(kernels, m), product.subtractedBy(kernels, cut), context(trial));
      }
    }
  }

  @Test
  void bothTwinsEliminateABlockAlike() {
    for (int trial = 0; trial < 200; trial++) {
      int width = 1 + random.nextInt(DenseKernels.BLOCK);
      int rows = width + random.nextInt(70);
      double[] panel = random.doubles((long) rows * width + PanelStructure.SLACK).toArray();
      double[] pivots = random.doubles(width, 1.0, 2.0).toArray();
      double[] scalar = panel.clone();
      double[] vector = panel.clone();
      double[] scratch = new double[PanelUpdate.MAX_TILE];
      KernelChoice.SCALAR.eliminateBlock(
          scalar, 0, rows, width, rows, 0, width, pivots, 0, scratch);
      KernelChoice.fastest()
          .eliminateBlock(vector, 0, rows, width, rows, 0, width, pivots, 0, scratch);
      assertArrayEquals(scalar, vector, 1e-10, context(trial));
    }
  }

  @Test
  void bothTwinsEliminateRowsAlikeHoweverTheyAreSplit() {
    for (int trial = 0; trial < 100; trial++) {
      int width = 1 + random.nextInt(trial % 4 == 0 ? PanelUpdate.MAX_WIDTH : 40);
      int rows = width + random.nextInt(100);
      double[] panel =
          random
              .doubles((long) rows * width + PanelStructure.SLACK, -0.5 / width, 0.5 / width)
              .toArray();
      double[] pivots = random.doubles(width, 1.0, 2.0).toArray();
      int cut = width + random.nextInt(rows - width + 1);
      double[] scalar = eliminated(KernelChoice.SCALAR, panel, rows, width, pivots, rows);
      double[] vector = eliminated(KernelChoice.fastest(), panel, rows, width, pivots, rows);
      assertArrayEquals(scalar, vector, TOLERANCE, context(trial));
      assertArrayEquals(
          vector,
          eliminated(KernelChoice.fastest(), panel, rows, width, pivots, cut),
          context(trial));
    }
  }

  /** The panel after its rows up to {@code cut} were eliminated and then those after it. */
  private static double[] eliminated(
      DenseKernels kernels, double[] panel, int rows, int width, double[] pivots, int cut) {
    PanelUpdate update = new PanelUpdate(rows, kernels.packs());
    update.target = panel.clone();
    update.targetStride = rows;
    update.pivots = pivots;
    double[] triangle = new double[PanelUpdate.triangleSize(width)];
    kernels.packTriangle(update, width, triangle);
    kernels.eliminateRows(update, width, cut, width, triangle);
    kernels.eliminateRows(update, cut, rows, width, triangle);
    return update.target;
  }

  @Test
  void bothTwinsSubstituteAlike() {
    for (int trial = 0; trial < 200; trial++) {
      int width = 1 + random.nextInt(40);
      int rows = width + random.nextInt(100);
      int count = 1 + random.nextInt(3);
      double[] panel =
          random.doubles((long) rows * width + PanelStructure.SLACK, -0.1, 0.1).toArray();
      double[] scalar = random.doubles((long) rows * count).toArray();
      double[] vector = scalar.clone();
      double[] scratch = new double[PanelUpdate.MAX_TILE];
      KernelChoice.SCALAR.forward(panel, 0, rows, rows, width, scalar, count);
      KernelChoice.fastest().forward(panel, 0, rows, rows, width, vector, count);
      assertArrayEquals(scalar, vector, TOLERANCE, context(trial));
      KernelChoice.SCALAR.backward(panel, 0, rows, rows, width, scalar, count, scratch);
      KernelChoice.fastest().backward(panel, 0, rows, rows, width, vector, count, scratch);
      assertArrayEquals(scalar, vector, TOLERANCE, context(trial));
    }
  }

  private static String context(int trial) {
    return "seed " + Patterns.seed() + ", trial " + trial;
  }

  /** A random update of a panel whose first rows are its columns, with gaps in the row map. */
  private final class Product {
    private final int m;
    private final int q;
    private final int k;
    private final int stride;
    private final int[] map;
    private final double[] left;
    private final double[] pivots;
    private final double[] target;

    Product(int m, int q, int k) {
      this.m = m;
      this.q = q;
      this.k = k;
      map = new int[m];
      for (int i = 1; i < m; i++) {
        map[i] = map[i - 1] + (random.nextInt(10) == 0 ? 2 : 1);
      }
      stride = map[m - 1] + 1;
      left = random.doubles((long) m * k + PanelStructure.SLACK).toArray();
      pivots = random.doubles(k, -1.0, 1.0).toArray();
      target = random.doubles((long) stride * (map[q - 1] + 1)).toArray();
    }

    /** The lower part of the target after the rows before and after {@code cut} were updated. */
    double[] subtractedBy(DenseKernels kernels, int cut) {
      PanelUpdate update = new PanelUpdate(m, kernels.packs());
      update.q = q;
      update.k = k;
      update.left = left;
      update.leftStride = m;
      update.right = left;
      update.rightStride = m;
      update.pivots = pivots;
      update.target = target.clone();
      update.targetStride = stride;
      update.rowMap = map;
      update.columnMap = map;
      update.m = cut;
      kernels.subtractProduct(update);
      update.leftOffset = cut;
      update.rowMapOffset = cut;
      update.m = m - cut;
      kernels.subtractProduct(update);
      for (int j = 0; j <= map[q - 1]; j++) {
        Arrays.fill(update.target, j * stride, j * stride + j, 0.0);
      }
      return update.target;
    }
  }
}
