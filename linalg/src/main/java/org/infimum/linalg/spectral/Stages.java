package org.infimum.linalg.spectral;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.infimum.linalg.machine.Team;

/** Temporary. */
final class Stages {
  interface Work {
    int stages();
    int tasks(int stage);
    void run(int stage, int task, int worker);
  }

  private static final int SPINS = 2000;
  private final Work work;
  private final AtomicIntegerArray begun;
  private final AtomicIntegerArray done;
  private final AtomicBoolean failed = new AtomicBoolean();

  private Stages(Work work) {
    this.work = work;
    begun = new AtomicIntegerArray(work.stages());
    done = new AtomicIntegerArray(work.stages());
  }

  static final Team TWO = new Team(2);
  static void run(Work work, int threads) {
    if (threads == 1) {
      for (int stage = 0; stage < work.stages(); stage++) {
        for (int task = 0; task < work.tasks(stage); task++) {
          work.run(stage, task, 0);
        }
      }
      return;
    }
    Stages stages = new Stages(work);
    TWO.forEach(threads, (member, worker) -> stages.join(member));
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
        Thread.yield();
      }
    }
  }
}
