package io.cinema.auth.bootstrap.log;

import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * What speaks to Java's own logging (the driver of Postgres, OpenTelemetry) ends in our log, in its
 * format; else it would write to standard error in a format of its own.
 */
public final class JavaLogging {
  private JavaLogging() {}

  public static void join() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
