package io.cinema.auth.application.proof;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why somebody did not prove that they are who they say. */
public sealed interface ProofFailure {

  /**
   * Nothing was shown, and the sign-in is too old to stand for it (RFC 9470).
   *
   * @param maxAge a sign-in no older than this would do; null where only the password does
   */
  record Missing(@Nullable Duration maxAge) implements ProofFailure {}

  record WrongPassword() implements ProofFailure {}

  /** Wrong, or used before. */
  record WrongCode() implements ProofFailure {}

  /**
   * Too many were wrong, and nobody looked whether this one was.
   *
   * @param retryAfter when one will be heard again
   * @param first whether it is the first to be refused for this lock
   */
  record TooMany(Duration retryAfter, boolean first) implements ProofFailure {}

  /** The word for it in the audit trail. */
  default String reason() {
    return switch (this) {
      case Missing _ -> "step-up-required";
      case WrongPassword _ -> "invalid-credentials";
      case WrongCode _ -> "mfa-invalid";
      case TooMany _ -> "too-many-attempts";
    };
  }

  /** Whether it is told in the audit trail; what nothing slows down is not, or it would fill it. */
  default boolean worthTelling() {
    return switch (this) {
      case Missing _ -> false;
      case WrongPassword _, WrongCode _ -> true;
      case TooMany(Duration _, boolean first) -> first;
    };
  }
}
