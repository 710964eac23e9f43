package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.mfa.Provisioning;
import io.cinema.auth.domain.mfa.TotpCode;
import io.cinema.auth.domain.mfa.TotpSecret;

/** Makes time-based one-time codes (RFC 6238): HMAC-SHA-1, six digits. */
public interface TotpGenerator {

  /** A new secret of 160 random bits. */
  TotpSecret newSecret();

  /**
   * The code of one time step.
   *
   * @param step T of RFC 6238 section 4.2, not negative
   */
  TotpCode codeAt(TotpSecret secret, long step);

  /** What an app is set up with. */
  Provisioning provision(TotpSecret secret, Login login);
}
