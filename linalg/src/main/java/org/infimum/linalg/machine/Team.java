package org.infimum.linalg.machine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A fixed number of threads, the caller among them, that share out numbered tasks. */
public final class Team {
  /** A task that several threads may run with different indices at once. */
  @FunctionalInterface
  public interface Task {
    /** Runs task {@code index} on member {@code worker} of the team. */
    void run(int index, int worker);
  }

  private static final ConcurrentHashMap<Integer, Team> SHARED = new ConcurrentHashMap<>();

  private final int size;
  private volatile @Nullable ForkJoinPool pool;

  /** A team of {@code size} threads; they start at the first use, daemons that idle away. */
  public Team(int size) {
    this.size = size;
  }

  /**
   * The team of this size that all kernels with a number of threads among their arguments share;
   * several callers may use it at once.
   */
  public static Team shared(int size) {
    return SHARED.computeIfAbsent(size, Team::new);
  }

  /** The threads of this team, the caller among them. */
  public int size() {
    return size;
  }

  /** Runs the tasks 0 .. count - 1, each once, and returns when all are done. */
  public void forEach(int count, Task task) {
    int helpers = Math.min(size, count) - 1;
    if (helpers <= 0) {
      for (int index = 0; index < count; index++) {
        task.run(index, 0);
      }
      return;
    }
    ForkJoinPool members = pool;
    if (members == null) {
      members = new ForkJoinPool(size - 1);
      pool = members;
    }
    AtomicInteger next = new AtomicInteger();
    ForkJoinTask<?>[] joined = new ForkJoinTask<?>[helpers];
    for (int h = 0; h < helpers; h++) {
      int worker = h + 1;
      joined[h] = members.submit(() -> drain(next, count, task, worker));
    }
    drain(next, count, task, 0);
    for (ForkJoinTask<?> helper : joined) {
      helper.join();
    }
  }

  private static void drain(AtomicInteger next, int count, Task task, int worker) {
    for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
      task.run(index, worker);
    }
  }
}
