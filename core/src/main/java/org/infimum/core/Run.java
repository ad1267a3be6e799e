package org.infimum.core;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the caller keeps in hand while a method runs: budgets, seed, threads, cancellation and a
 * listener. A run may be cancelled from any thread; methods poll {@link #checkpoint()} at least
 * every 50 ms.
 */
public final class Run {
  /** Why a run must stop. */
  public enum Stop {
    /** Go on. */
    NONE,
    /** The time budget is spent. */
    TIME_LIMIT,
    /** {@link Run#cancel()} was called. */
    INTERRUPTED
  }

  private final long timeLimitNanos;
  private final int iterationLimit;
  private final long seed;
  private final int threads;
  private final @Nullable Consumer<? super Progress> listener;
  private final Clock clock;

  /** What a run shares with its views. */
  private static final class Clock {
    volatile boolean cancelled;
    volatile long startNanos = System.nanoTime();
  }

  private Run(Builder builder) {
    this.timeLimitNanos = builder.timeLimitNanos;
    this.iterationLimit = builder.iterationLimit;
    this.seed = builder.seed;
    this.threads = builder.threads;
    this.listener = builder.listener;
    this.clock = new Clock();
  }

  private Run(Run run, Consumer<? super Progress> listener) {
    this.timeLimitNanos = run.timeLimitNanos;
    this.iterationLimit = run.iterationLimit;
    this.seed = run.seed;
    this.threads = run.threads;
    this.listener = listener;
    this.clock = run.clock;
  }

  /** A run without limits on all processors. */
  public static Run unlimited() {
    return builder().build();
  }

  /** A builder with the defaults: no limits, seed 0, all processors, no listener. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A view of this run with another listener: same budgets, same clock, cancelled with it.
   *
   * @param consumer receives the progress events instead of this run's listener
   */
  public Run withListener(Consumer<? super Progress> consumer) {
    return new Run(this, consumer);
  }

  /** Starts the clock anew; the clock also starts when the run is built. */
  public void start() {
    clock.startNanos = System.nanoTime();
  }

  /** Asks the method to stop at its next checkpoint and to return its best answer. */
  public void cancel() {
    clock.cancelled = true;
  }

  /** Whether the method must stop now, and why. Cheap; allocates nothing. */
  public Stop checkpoint() {
    if (clock.cancelled) {
      return Stop.INTERRUPTED;
    }
    return timeLimitNanos != Long.MAX_VALUE && System.nanoTime() - clock.startNanos > timeLimitNanos
        ? Stop.TIME_LIMIT
        : Stop.NONE;
  }

  /** Seconds since the clock started. */
  public double seconds() {
    return (System.nanoTime() - clock.startNanos) * 1e-9;
  }

  /** Seconds until the time limit, at least 0; infinite without one. */
  public double secondsLeft() {
    return timeLimitNanos == Long.MAX_VALUE
        ? Double.POSITIVE_INFINITY
        : Math.max(0.0, timeLimitNanos * 1e-9 - seconds());
  }

  /**
   * The largest number of iterations, {@link Integer#MAX_VALUE} if the method's own default holds.
   */
  public int iterationLimit() {
    return iterationLimit;
  }

  /** The seed of every random choice. */
  public long seed() {
    return seed;
  }

  /** The number of threads the method may use, at least 1. The answer does not depend on it. */
  public int threads() {
    return threads;
  }

  /** Whether a listener waits for progress events (a method need not build them otherwise). */
  public boolean hasListener() {
    return listener != null;
  }

  /** Sends an event to the listener, if there is one. */
  public void report(Progress event) {
    if (listener != null) {
      listener.accept(event);
    }
  }

  /** Builds a {@link Run}. */
  public static final class Builder {
    private long timeLimitNanos = Long.MAX_VALUE;
    private int iterationLimit = Integer.MAX_VALUE;
    private long seed;
    private int threads = Runtime.getRuntime().availableProcessors();
    private @Nullable Consumer<? super Progress> listener;

    private Builder() {}

    /** Limits the wall-clock time. */
    public Builder timeLimit(Duration limit) {
      if (limit.isNegative()) {
        throw new IllegalArgumentException("the time limit is negative: " + limit);
      }
      long seconds = limit.toSeconds();
      timeLimitNanos =
          seconds >= Long.MAX_VALUE / 1_000_000_000L ? Long.MAX_VALUE : limit.toNanos();
      return this;
    }

    /** Limits the iterations of the main loop. */
    public Builder iterationLimit(int limit) {
      if (limit < 0) {
        throw new IllegalArgumentException("the iteration limit is negative: " + limit);
      }
      iterationLimit = limit;
      return this;
    }

    /** Sets the seed of every random choice. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /** Sets the number of threads, at least 1. */
    public Builder threads(int count) {
      if (count < 1) {
        throw new IllegalArgumentException(
            "the number of threads must be at least 1, got " + count);
      }
      threads = count;
      return this;
    }

    /** Sets the listener for progress events; it is called on the solving thread. */
    public Builder listener(Consumer<? super Progress> consumer) {
      listener = consumer;
      return this;
    }

    /** Builds the run and starts its clock. */
    public Run build() {
      return new Run(this);
    }
  }
}
