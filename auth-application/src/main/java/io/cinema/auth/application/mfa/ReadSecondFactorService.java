package io.cinema.auth.application.mfa;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.TotpEnrolment;
import io.cinema.auth.domain.port.RecoveryCodeRepository;
import io.cinema.auth.domain.port.TotpEnrolmentRepository;
import java.time.Instant;

public final class ReadSecondFactorService implements ReadSecondFactor {
  private final TotpEnrolmentRepository enrolments;
  private final RecoveryCodeRepository recovery;

  public ReadSecondFactorService(
      TotpEnrolmentRepository enrolments, RecoveryCodeRepository recovery) {
    this.enrolments = enrolments;
    this.recovery = recovery;
  }

  @Override
  public Status read(UserId user) {
    Instant enabledAt = enrolments.find(user).map(TotpEnrolment::confirmedAt).orElse(null);
    return new Status(enabledAt, enabledAt == null ? 0 : recovery.left(user));
  }
}
