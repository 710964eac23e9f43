package io.cinema.auth.adapter.oauth;

/** Somebody is not who they would be: becomes {@code IdentityProvider.Refused}. */
final class RefusalException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason one clause for the log, never from an answer's body
   */
  RefusalException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
