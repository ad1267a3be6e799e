// float twin: generated
package org.infimum.linalg.dense;

/** Interleaves runs of an array: the transposition that packing needs. */
final class DoubleInterleave {
  private DoubleInterleave() {}

  /**
   * Sets {@code to[toAt + t * width + s] = from[at + s * stride + t]} for s below width and t below
   * depth. Inlined where the width is a constant, it has no bounds checks in its loops.
   */
  static void strip(
      int width, double[] from, int at, int stride, int depth, double[] to, int toAt) {
    int s = 0;
    for (; s + 8 <= width; s += 8) {
      eight(width, from, at + s * stride, stride, depth, to, toAt + s);
    }
    for (; s + 4 <= width; s += 4) {
      four(width, from, at + s * stride, stride, depth, to, toAt + s);
    }
    for (; s + 2 <= width; s += 2) {
      two(width, from, at + s * stride, stride, depth, to, toAt + s);
    }
  }

  private static void eight(
      int width, double[] from, int at, int stride, int depth, double[] to, int toAt) {
    int in1 = at + stride;
    int in2 = in1 + stride;
    int in3 = in2 + stride;
    int in4 = in3 + stride;
    int in5 = in4 + stride;
    int in6 = in5 + stride;
    int in7 = in6 + stride;
    for (int t = 0; t < depth; t++) {
      int out = toAt + t * width;
      to[out] = from[at + t];
      to[out + 1] = from[in1 + t];
      to[out + 2] = from[in2 + t];
      to[out + 3] = from[in3 + t];
      to[out + 4] = from[in4 + t];
      to[out + 5] = from[in5 + t];
      to[out + 6] = from[in6 + t];
      to[out + 7] = from[in7 + t];
    }
  }

  private static void four(
      int width, double[] from, int at, int stride, int depth, double[] to, int toAt) {
    int in1 = at + stride;
    int in2 = in1 + stride;
    int in3 = in2 + stride;
    for (int t = 0; t < depth; t++) {
      int out = toAt + t * width;
      to[out] = from[at + t];
      to[out + 1] = from[in1 + t];
      to[out + 2] = from[in2 + t];
      to[out + 3] = from[in3 + t];
    }
  }

  private static void two(
      int width, double[] from, int at, int stride, int depth, double[] to, int toAt) {
    int in1 = at + stride;
    for (int t = 0; t < depth; t++) {
      int out = toAt + t * width;
      to[out] = from[at + t];
      to[out + 1] = from[in1 + t];
    }
  }
}
