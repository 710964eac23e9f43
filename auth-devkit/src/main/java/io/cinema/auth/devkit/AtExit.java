package io.cinema.auth.devkit;

/**
 * Something to do once, at the latest when this JVM ends.
 *
 * <p>The JVM does not end in the middle of it: its shutdown waits for whoever has begun.
 */
final class AtExit {

  private final Runnable action;
  private final Thread hook;
  private boolean done;

  AtExit(String name, Runnable action) {
    this.action = action;
    this.hook = new Thread(this::run, "at-exit-" + name);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Does it now, or waits for the thread that is doing it; nothing if it is done. */
  synchronized void run() {
    if (done) {
      return;
    }
    done = true;
    action.run();
    try {
      // Not before: without the hook a shutdown would no longer wait for us.
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The shutdown has begun.
    }
  }
}
