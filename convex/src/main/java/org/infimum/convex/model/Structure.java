package org.infimum.convex.model;

/** How the elements of a matrix variable follow from its columns. */
enum Structure {
  /** Every element is a column, column by column. */
  GENERAL {
    @Override
    int columns(Shape shape) {
      return shape.size();
    }

    @Override
    Block rows(int first, Shape shape) {
      return Block.columns(first, shape.size());
    }
  },
  /** The lower triangle by columns; the upper one repeats it. */
  SYMMETRIC {
    @Override
    int columns(Shape shape) {
      return shape.rows() * (shape.rows() + 1) / 2;
    }

    @Override
    Block rows(int first, Shape shape) {
      return SymmetricForm.unpacked(Block.columns(first, columns(shape)), shape.rows());
    }
  },
  /** The strict lower triangle by columns; the upper one is its negative, the diagonal zero. */
  SKEW {
    @Override
    int columns(Shape shape) {
      return shape.rows() * (shape.rows() - 1) / 2;
    }

    @Override
    Block rows(int first, Shape shape) {
      int n = shape.rows();
      BlockBuilder rows = new BlockBuilder(n * n, n * n);
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < n; i++) {
          if (i != j) {
            int low = Math.max(i, j);
            int left = Math.min(i, j);
            int position = SymmetricForm.position(n - 1, low - 1, left);
            rows.add(first + position, Block.ONE, i > j ? 1.0 : -1.0);
          }
          rows.endRow();
        }
      }
      return rows.build();
    }
  };

  /** How many columns a variable of this shape has. */
  abstract int columns(Shape shape);

  /** The elements of the matrix as rows over the columns from {@code first} on. */
  abstract Block rows(int first, Shape shape);
}
