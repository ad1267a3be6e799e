package org.infimum.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.infimum.core.Run;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C, or the signal to terminate: the run under way is cancelled, and the process ends when its
 * best answer is printed and written.
 */
final class Interruption {
  /** Long enough to write the solution file of a large problem. */
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Run run;
  private boolean requested;
  private volatile int exitCode = ExitCode.STOPPED_SHORT;

  /** Watches for the signals of this process. */
  void listen() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread("interruption") {
              @Override
              public void run() {
                finishAndHalt();
              }
            });
  }

  /** From now on {@code next} is what a request cancels. */
  synchronized void watch(Run next) {
    run = next;
    if (requested) {
      next.cancel();
    }
  }

  /**
   * Asks the run under way to stop; false if none has begun, so that there is no answer to wait
   * for.
   */
  synchronized boolean request() {
    requested = true;
    if (run == null) {
      return false;
    }
    run.cancel();
    return true;
  }

  /** Whether the user wants to stop. */
  synchronized boolean isRequested() {
    return requested;
  }

  /** The command is done. */
  void end(int code) {
    exitCode = code;
    ended.countDown();
  }

  /** The shutdown hook: it also runs on a normal exit, where there is nothing left to do. */
  private void finishAndHalt() {
    if (ended.getCount() == 0) {
      return;
    }
    if (request()) {
      try {
        ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    } else {
      System.err.println("Interrupted before there was an answer.");
    }
    Runtime.getRuntime().halt(exitCode);
  }
}
