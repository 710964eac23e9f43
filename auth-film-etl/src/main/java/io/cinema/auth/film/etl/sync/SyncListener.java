package io.cinema.auth.film.etl.sync;

/** Is told what happens, by the threads that do it: it must not take long, and not throw. */
@FunctionalInterface
public interface SyncListener {

  void on(SyncEvent event);

  /** Tells several, in their order. */
  static SyncListener all(SyncListener... listeners) {
    return event -> {
      for (SyncListener listener : listeners) {
        listener.on(event);
      }
    };
  }
}
