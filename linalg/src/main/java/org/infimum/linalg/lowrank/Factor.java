package org.infimum.linalg.lowrank;

import org.infimum.linalg.lowbit.BlockFormat;
import org.infimum.linalg.lowbit.BlockMatrix;
import org.infimum.linalg.lowbit.FloatFormat;

/** The r vectors of one factor of a matrix, one after the other. */
sealed interface Factor {
  /** The vectors as floats, vector i at {@code i * stride()}; not to be written. */
  float[] expand();

  /** Distance between the vectors of {@link #expand}, at least their length. */
  int stride();

  /** Bytes of the codes and their scales. */
  long bytes();

  /** Keeps {@code count} vectors of the given length. */
  static Factor of(FactorStorage storage, int count, int length, float[] vectors) {
    return switch (storage) {
      case FLOAT -> new Plain(length, vectors);
      case INT8 -> Int8.of(count, length, vectors);
      case E4M3 -> E4M3.of(count, length, vectors);
    };
  }

  /** Floats. */
  record Plain(int stride, float[] vectors) implements Factor {
    @Override
    public float[] expand() {
      return vectors;
    }

    @Override
    public long bytes() {
      return 4L * vectors.length;
    }
  }

  /** Blocks of signed bytes; the last block of a vector is filled up with zeros. */
  record Int8(BlockMatrix blocks) implements Factor {
    static Int8 of(int count, int length, float[] vectors) {
      int padded = (length + BlockMatrix.BLOCK - 1) / BlockMatrix.BLOCK * BlockMatrix.BLOCK;
      float[] rows = new float[count * padded];
      for (int i = 0; i < count; i++) {
        System.arraycopy(vectors, i * length, rows, i * padded, length);
      }
      return new Int8(BlockMatrix.quantize(BlockFormat.Q8_0, count, padded, rows, 0, padded));
    }

    @Override
    public float[] expand() {
      float[] vectors = new float[blocks.rows() * blocks.columns()];
      blocks.expand(vectors, 0, blocks.columns());
      return vectors;
    }

    @Override
    public int stride() {
      return blocks.columns();
    }

    @Override
    public long bytes() {
      return blocks.bytes();
    }
  }

  /** 8-bit floating-point numbers with scales that bring the largest of each segment to 448. */
  record E4M3(int stride, byte[] codes, float[] scales) implements Factor {
    private static final int SEGMENT = 128;

    static E4M3 of(int count, int length, float[] vectors) {
      int segments = (length + SEGMENT - 1) / SEGMENT;
      byte[] codes = new byte[count * length];
      float[] scales = new float[count * segments];
      for (int i = 0; i < count; i++) {
        for (int s = 0; s < segments; s++) {
          int from = i * length + s * SEGMENT;
          int to = Math.min(from + SEGMENT, (i + 1) * length);
          float largest = 0.0f;
          for (int k = from; k < to; k++) {
            largest = Math.max(largest, Math.abs(vectors[k]));
          }
          float scale = Math.max(largest / FloatFormat.E4M3.largest(), Float.MIN_NORMAL);
          scales[i * segments + s] = scale;
          for (int k = from; k < to; k++) {
            codes[k] = (byte) FloatFormat.E4M3.encode(vectors[k] / scale);
          }
        }
      }
      return new E4M3(length, codes, scales);
    }

    @Override
    public float[] expand() {
      float[] vectors = new float[codes.length];
      FloatFormat.E4M3.decode(codes.length, codes, 0, vectors, 0);
      int segments = (stride + SEGMENT - 1) / SEGMENT;
      for (int i = 0; i * stride < codes.length; i++) {
        for (int j = 0; j < stride; j++) {
          vectors[i * stride + j] *= scales[i * segments + j / SEGMENT];
        }
      }
      return vectors;
    }

    @Override
    public long bytes() {
      return codes.length + 4L * scales.length;
    }
  }
}
