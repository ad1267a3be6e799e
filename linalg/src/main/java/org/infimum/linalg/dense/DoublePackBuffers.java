// float twin: generated
package org.infimum.linalg.dense;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * The packed blocks of one product at a time, kept from one product to the next as long as memory
 * is not short.
 */
final class DoublePackBuffers {
  private static final ConcurrentLinkedDeque<SoftReference<DoublePackBuffers>> IDLE =
      new ConcurrentLinkedDeque<>();

  private static final double[] NONE = {};

  /** The block of the right factor, shared by all threads. */
  double[] right = NONE;

  /** The block of the left factor of each worker. */
  double[][] left = {};

  private MemorySegment aligned = MemorySegment.NULL;

  /** A tile at the fringe, of each worker. */
  double[][] fringe = {};

  private DoublePackBuffers() {}

  /** Buffers that nobody else uses until they are released. */
  static DoublePackBuffers acquire(int workers, int rightSize, int leftSize, int fringeSize) {
    DoublePackBuffers buffers = idle();
    if (buffers == null) {
      buffers = new DoublePackBuffers();
    }
    buffers.grow(workers, rightSize, leftSize, fringeSize);
    return buffers;
  }

  private static @Nullable DoublePackBuffers idle() {
    for (SoftReference<DoublePackBuffers> reference = IDLE.poll();
        reference != null;
        reference = IDLE.poll()) {
      DoublePackBuffers buffers = reference.get();
      if (buffers != null) {
        return buffers;
      }
    }
    return null;
  }

  /** Gives the buffers back. */
  void release() {
    IDLE.push(new SoftReference<>(this));
  }

  /** At least so many bytes outside the heap, from a cache line on. */
  MemorySegment aligned(long bytes) {
    if (aligned.byteSize() < bytes) {
      aligned = Arena.ofAuto().allocate(bytes, 64);
    }
    return aligned;
  }

  private void grow(int workers, int rightSize, int leftSize, int fringeSize) {
    if (right.length < rightSize) {
      right = new double[rightSize];
    }
    if (left.length < workers) {
      int known = left.length;
      left = Arrays.copyOf(left, workers);
      fringe = Arrays.copyOf(fringe, workers);
      Arrays.fill(left, known, workers, NONE);
      Arrays.fill(fringe, known, workers, NONE);
    }
    for (int worker = 0; worker < workers; worker++) {
      if (left[worker].length < leftSize) {
        left[worker] = new double[leftSize];
      }
      if (fringe[worker].length < fringeSize) {
        fringe[worker] = new double[fringeSize];
      }
    }
  }
}
