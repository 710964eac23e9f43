package io.cinema.auth.domain.access;

/** Whether something is allowed, and why. */
public enum Decision {
  /** It is for everybody. */
  PUBLIC(true),
  /** It is for whoever is signed in. */
  SIGNED_IN(true),
  PERMISSION_HELD(true),
  SUPERUSER(true),
  SIGN_IN_NEEDED(false),
  PERMISSION_MISSING(false),
  ACCOUNT_DISABLED(false);

  private final boolean allowed;

  Decision(boolean allowed) {
    this.allowed = allowed;
  }

  public boolean allowed() {
    return allowed;
  }
}
