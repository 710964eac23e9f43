package io.cinema.auth.application.access;

/**
 * The door for the command line. Whoever runs it there has the database and the master key in hand:
 * nothing is kept from them but what no administrator may do.
 */
public interface AdmitConsole {

  /**
   * @param operator the name the operating system knows them by, for the audit trail
   */
  Administrator admit(String operator);
}
