package io.cinema.auth.adapter.rest.problem;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What {@code mfa-required} says beside the members of every problem (RFC 9457 section 3.2).
 *
 * @param mfaToken to be shown with the second step
 * @param expiresIn seconds it can be used
 * @param methods what may be done with it: {@code totp}, {@code recovery_code}, {@code
 *     totp_enrolment}
 */
@Serdeable.Serializable
public record MfaRequired(String mfaToken, long expiresIn, List<String> methods) {

  @Override
  public String toString() {
    return "MfaRequired" + methods;
  }
}
