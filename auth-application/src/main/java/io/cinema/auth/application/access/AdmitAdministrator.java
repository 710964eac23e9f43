package io.cinema.auth.application.access;

import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.token.VerifiedAccessToken;

/**
 * The door to everything that administrators do. Reads what the account may do now, not what its
 * token says.
 */
public interface AdmitAdministrator {

  /** What came of it. */
  sealed interface Result {}

  record Admitted(Administrator administrator) implements Result {}

  record Refused() implements Result {}

  /**
   * @param needed what they are about to do asks for
   */
  Result admit(VerifiedAccessToken token, Origin from, AdminPermission needed);
}
