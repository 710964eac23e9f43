package io.cinema.auth.bootstrap.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service says of itself to whoever started it, whatever the level of the log: a plain
 * line, or one of the log where that is read by machines, which can't do with anything else.
 */
public final class Announcement {
  private static final Logger LOG = LoggerFactory.getLogger("io.cinema.auth.announcement");

  private Announcement() {}

  public static void of(String sentence) {
    if (isForMachines()) {
      LOG.info(sentence);
    } else {
      System.out.println(sentence);
    }
  }

  /** Why nothing came of it, where an operator can help it. */
  public static void ofRefusal(String sentence) {
    if (isForMachines()) {
      LOG.error(sentence);
    } else {
      System.err.println(sentence);
    }
  }

  /** A fault of ours. */
  public static void ofFault(String sentence, Throwable failure) {
    if (isForMachines()) {
      LOG.error(sentence, failure);
    } else {
      failure.printStackTrace();
    }
  }

  private static boolean isForMachines() {
    return LogFormat.current() == LogFormat.Kind.JSON;
  }
}
