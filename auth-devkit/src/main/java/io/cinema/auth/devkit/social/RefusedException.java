package io.cinema.auth.devkit.social;

/** A request that a provider does not take, with an error code of RFC 6749. */
final class RefusedException extends IllegalArgumentException {

  private final String error;

  RefusedException(String error, String description) {
    super(description);
    this.error = error;
  }

  String error() {
    return error;
  }

  /** Never null, unlike {@link #getMessage}. */
  String description() {
    return String.valueOf(getMessage());
  }

  /** Throws unless {@code condition} holds. */
  static void unless(boolean condition, String error, String description) {
    if (!condition) {
      throw new RefusedException(error, description);
    }
  }
}
