package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.RecoveryCodeHash;
import java.util.Set;

/** Makes recovery codes and what is kept of them. */
public interface RecoveryCodeGenerator {

  /** {@link RecoveryCode#SET} new ones, no two alike. */
  Set<RecoveryCode> newSet();

  /** The same for the same user and code, another for any other. */
  RecoveryCodeHash hash(UserId user, RecoveryCode code);
}
