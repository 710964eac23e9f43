package io.cinema.auth.adapter.crypto.password;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that waits for a thread. Whoever takes it first has it: the thread, or the caller who gives
 * up.
 */
final class Turn<T> extends FutureTask<T> {
  private final AtomicBoolean taken = new AtomicBoolean();

  Turn(Callable<T> work) {
    super(work);
  }

  /** Whether it was still free; it will not run once its caller took it. */
  boolean take() {
    return taken.compareAndSet(false, true);
  }

  @Override
  public void run() {
    if (take()) {
      super.run();
    }
  }
}
