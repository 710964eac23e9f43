package io.cinema.auth.devkit;

/** What starts, stops and freezes one server on loopback, in whatever it runs. */
interface ServerControl {

  /** The same from the first start to the end. */
  int port();

  /** Returns when the server answers; at once if it does. Says why when it does not come up. */
  void start();

  /** Clients are refused afterwards. */
  void stop();

  /** Freezes it: clients wait. */
  void pause();

  void resume();

  /** Stops it for good and removes what is temporary. */
  void close();
}
