package org.infimum.convex.model;

/** Symmetric matrices between their elements and the rows of a semidefinite cone. */
final class SymmetricForm {
  private SymmetricForm() {}

  /** The lower triangle by columns, off-diagonals times sqrt 2, of an n x n matrix. */
  static Block svec(Block matrix, int n) {
    BlockBuilder rows = new BlockBuilder(n * (n + 1) / 2, matrix.entries());
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        rows.addRow(matrix, i + j * n, i == j ? 1.0 : Math.sqrt(2.0));
        rows.endRow();
      }
    }
    return rows.build();
  }

  /** The rows of the symmetric matrix {@code [[a, b], [b', d]]}, a is p x p and d is q x q. */
  static Block ofQuadrants(Block a, Block b, Block d, int p, int q) {
    int n = p + q;
    BlockBuilder rows = new BlockBuilder(n * n, a.entries() + 2 * b.entries() + d.entries());
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        if (i < p && j < p) {
          rows.addRow(a, i + j * p, 1.0);
        } else if (i < p) {
          rows.addRow(b, i + (j - p) * p, 1.0);
        } else if (j < p) {
          rows.addRow(b, j + (i - p) * p, 1.0);
        } else {
          rows.addRow(d, i - p + (j - p) * q, 1.0);
        }
        rows.endRow();
      }
    }
    return rows.build();
  }

  /** An n x n matrix with {@code scalar}'s one row times a number on its diagonal. */
  static Block diagonal(Block scalar, int n) {
    BlockBuilder rows = new BlockBuilder(n * n, n * scalar.entries());
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        if (i == j) {
          rows.addRow(scalar, 0, 1.0);
        }
        rows.endRow();
      }
    }
    return rows.build();
  }

  /** The full matrix of {@code n (n + 1) / 2} packed elements, lower triangle by columns. */
  static Block unpacked(Block packed, int n) {
    int[] rows = new int[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        rows[i + j * n] = position(n, Math.max(i, j), Math.min(i, j));
      }
    }
    return packed.select(rows, 1.0);
  }

  /** Where element (i, j), {@code i >= j}, is packed. */
  static int position(int n, int i, int j) {
    return j * (2 * n - j + 1) / 2 + i - j;
  }

  /** The sum of the diagonal of an n x n matrix, one row. */
  static Block trace(Block matrix, int n) {
    int[] diagonal = new int[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = i * (n + 1);
    }
    return matrix.select(diagonal, 1.0).summed(n);
  }
}
