package org.infimum.linalg.machine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs stages one after the other, each a number of tasks that a team shares out, with one dispatch
 * to the team for all of them. A thread that finds no task left in a stage waits for those that
 * others have begun, actively, since they last microseconds; a member of the team that comes late
 * finds finished stages only, so that nothing ever waits for a thread that is not running.
 */
public final class Stages {
  /** The tasks. */
  public interface Work {
    /** How many stages there are. */
    int stages();

    /** How many tasks the stage has. */
    int tasks(int stage);

    /** Runs one task; those of a stage in any order and at once, each worker one at a time. */
    void run(int stage, int task, int worker);
  }

  private static final int SPINS = 10_000;

  /** Nanoseconds to sleep at a time where spinning shows that others need the processor. */
  private static final long PAUSE = 20_000;

  private final Work work;
  private final AtomicIntegerArray begun;
  private final AtomicIntegerArray done;
  private final AtomicBoolean failed = new AtomicBoolean();

  private Stages(Work work) {
    this.work = work;
    begun = new AtomicIntegerArray(work.stages());
    done = new AtomicIntegerArray(work.stages());
  }

  /** Runs all stages on so many threads. */
  public static void run(Work work, int threads) {
    if (threads == 1) {
      for (int stage = 0; stage < work.stages(); stage++) {
        for (int task = 0; task < work.tasks(stage); task++) {
          work.run(stage, task, 0);
        }
      }
      return;
    }
    Stages stages = new Stages(work);
    Team.shared(threads).forEach(threads, (member, worker) -> stages.join(member));
  }

  private void join(int member) {
    for (int stage = 0; stage < work.stages(); stage++) {
      int tasks = work.tasks(stage);
      for (int task = begun.getAndIncrement(stage);
          task < tasks;
          task = begun.getAndIncrement(stage)) {
        attempt(stage, task, member);
        done.incrementAndGet(stage);
      }
      await(stage, tasks);
      if (failed.get()) {
        return;
      }
    }
  }

  private void attempt(int stage, int task, int member) {
    boolean completed = false;
    try {
      work.run(stage, task, member);
      completed = true;
    } finally {
      if (!completed) {
        failed.set(true);
      }
    }
  }

  private void await(int stage, int tasks) {
    for (int spin = 0; done.get(stage) < tasks && !failed.get(); spin++) {
      if (spin < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(PAUSE);
      }
    }
  }
}
