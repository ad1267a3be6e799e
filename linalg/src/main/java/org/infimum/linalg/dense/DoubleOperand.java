// float twin: generated
package org.infimum.linalg.dense;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * A factor of a product as the tile wants it: cut into strips along its outer index (the rows of
 * the left factor, the columns of the right one), each running along the inner index. Element (s,
 * t) is {@code values[at + s * outerStride + t * innerStride]}, one of the strides 1; of a
 * symmetric factor only the triangle {@code stored} is read.
 */
final class DoubleOperand {
  private final double[] values;
  private final int at;
  private final int outerStride;
  private final int innerStride;
  private final double scale;
  private final @Nullable Triangle stored;

  private DoubleOperand(
      double[] values,
      int at,
      int outerStride,
      int innerStride,
      double scale,
      @Nullable Triangle stored) {
    this.values = values;
    this.at = at;
    this.outerStride = outerStride;
    this.innerStride = innerStride;
    this.scale = scale;
    this.stored = stored;
  }

  /** A general factor whose outer index runs down the stored columns, or along the stored rows. */
  static DoubleOperand general(
      double[] values, int at, int stride, boolean outerIsRow, double scale) {
    return new DoubleOperand(
        values, at, outerIsRow ? 1 : stride, outerIsRow ? stride : 1, scale, null);
  }

  /** A symmetric factor. */
  static DoubleOperand symmetric(
      double[] values, int at, int stride, Triangle stored, double scale) {
    return new DoubleOperand(values, at, 1, stride, scale, stored);
  }

  /**
   * Packs the block of {@code length} outer indices from {@code outer} on and {@code depth} inner
   * ones from {@code inner} on: strip after strip of {@code width}, position t of a strip its
   * elements of inner index t, contiguously. The last strip is padded with zeros.
   */
  void pack(
      int outer,
      int length,
      int inner,
      int depth,
      int width,
      DoubleTile tile,
      double[] to,
      int toAt) {
    int out = toAt;
    for (int s = outer; s < outer + length; s += width) {
      int present = Math.min(width, outer + length - s);
      if (stored == null) {
        packStrip(s, present, inner, depth, width, tile, to, out, outerStride, innerStride);
      } else {
        packSymmetric(s, present, inner, depth, width, tile, to, out, stored);
      }
      if (scale != 1) {
        for (int i = out; i < out + width * depth; i++) {
          to[i] *= scale;
        }
      }
      out += width * depth;
    }
  }

  /** Before the diagonal, across it, and after it. */
  private void packSymmetric(
      int s,
      int present,
      int inner,
      int depth,
      int width,
      DoubleTile tile,
      double[] to,
      int toAt,
      Triangle triangle) {
    int end = inner + depth;
    int first = Math.clamp(s, inner, end);
    int second = Math.clamp((long) s + present, inner, end);
    boolean lower = triangle == Triangle.LOWER;
    int beforeOuter = lower ? outerStride : innerStride;
    int beforeInner = lower ? innerStride : outerStride;
    packStrip(s, present, inner, first - inner, width, tile, to, toAt, beforeOuter, beforeInner);
    for (int t = first; t < second; t++) {
      int out = toAt + (t - inner) * width;
      for (int q = 0; q < width; q++) {
        int row = s + q;
        boolean direct = lower ? row >= t : row <= t;
        int from =
            direct ? row * outerStride + t * innerStride : t * outerStride + row * innerStride;
        to[out + q] = q < present ? values[at + from] : 0;
      }
    }
    packStrip(
        s,
        present,
        second,
        end - second,
        width,
        tile,
        to,
        toAt + (second - inner) * width,
        beforeInner,
        beforeOuter);
  }

  private void packStrip(
      int s,
      int present,
      int inner,
      int depth,
      int width,
      DoubleTile tile,
      double[] to,
      int toAt,
      int sStride,
      int tStride) {
    int from = at + s * sStride + inner * tStride;
    if (present < width) {
      packPart(from, sStride, tStride, present, depth, width, to, toAt);
    } else if (sStride == 1) {
      tile.packAlong(width, values, from, tStride, depth, to, toAt);
    } else {
      tile.packAcross(width, values, from, sStride, depth, to, toAt);
    }
  }

  private void packPart(
      int from,
      int sStride,
      int tStride,
      int present,
      int depth,
      int width,
      double[] to,
      int toAt) {
    for (int t = 0; t < depth; t++) {
      int in = from + t * tStride;
      int out = toAt + t * width;
      for (int q = 0; q < width; q++) {
        to[out + q] = q < present ? values[in + q * sStride] : 0;
      }
    }
  }

  /**
   * Packs one strip for the aligned tile: {@code stored} elements for each inner index, the first
   * {@code width} of them used and those beyond {@code present} zero.
   */
  void packAligned(
      int s,
      int present,
      int inner,
      int depth,
      int width,
      int storedWidth,
      MemorySegment packed,
      long toAt) {
    int end = inner + depth;
    int first = end;
    int second = end;
    boolean isTransposedFirst = stored == Triangle.UPPER;
    if (stored != null) {
      first = Math.clamp(s, inner, end);
      second = Math.clamp((long) s + present, inner, end);
    }
    if (present < width) {
      first = inner;
      second = end;
    }
    packBlock(s, inner, first, isTransposedFirst, width, storedWidth, packed, toAt);
    long step = (long) storedWidth * Double.BYTES;
    for (int t = first; t < second; t++) {
      for (int q = 0; q < width; q++) {
        packed.set(
            ValueLayout.JAVA_DOUBLE_UNALIGNED,
            toAt + (t - inner) * step + (long) q * Double.BYTES,
            q < present ? scale * element(s + q, t) : 0);
      }
    }
    long rest = toAt + (second - inner) * step;
    packBlock(s, second, end, !isTransposedFirst, width, storedWidth, packed, rest);
  }

  /** Element (outer, inner), from the stored triangle. */
  private double element(int outer, int inner) {
    boolean direct = stored == null || (stored == Triangle.LOWER ? outer >= inner : outer <= inner);
    int from =
        direct
            ? outer * outerStride + inner * innerStride
            : inner * outerStride + outer * innerStride;
    return values[at + from];
  }

  /** Inner indices {@code from} to {@code to - 1} of a full strip, all stored alike. */
  private void packBlock(
      int s,
      int from,
      int to,
      boolean isTransposed,
      int width,
      int storedWidth,
      MemorySegment packed,
      long toAt) {
    int depth = to - from;
    if (depth <= 0) {
      return;
    }
    int sStride = isTransposed ? innerStride : outerStride;
    int tStride = isTransposed ? outerStride : innerStride;
    int start = at + s * sStride + from * tStride;
    if (sStride != 1) {
      for (int q = 0; q < width; q += 2) {
        long out = toAt + (long) q * Double.BYTES;
        DoubleAlignedTile.packTwoAcross(
            values, start + q * sStride, sStride, depth, storedWidth, scale, packed, out);
      }
    } else if (width == storedWidth) {
      DoubleAlignedTile.packAlong(values, start, tStride, depth, scale, packed, toAt);
    } else {
      DoubleAlignedTile.packShort(values, start, tStride, depth, scale, packed, toAt);
    }
  }
}
