package io.cinema.auth.adapter.rest.mfa;

/** What there is to say where a second factor is not there. */
public final class AbsentFactor {
  public static final String NOT_ACTIVE = "The account has no second factor.";

  public static final String NOT_BEGUN = "No authenticator app waits for its first code.";

  private AbsentFactor() {}
}
