package io.cinema.auth.application.mfa;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.mfa.RecoveryCode;
import java.util.List;
import java.util.Map;

public final class RenewRecoveryCodesService implements RenewRecoveryCodes {
  private final FactorGuard guard;
  private final TotpSetup setup;
  private final AuditTrail trail;

  public RenewRecoveryCodesService(FactorGuard guard, TotpSetup setup, AuditTrail trail) {
    this.guard = guard;
    this.setup = setup;
    this.trail = trail;
  }

  @Override
  public Result renew(Command command) {
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.RECOVERY_CODES_RENEWED),
            PersonalProof.Demand.PASSWORD_OR_FRESH_SIGN_IN,
            command.password());
    return switch (guard.through(
        request,
        command.proof(),
        user -> {
          trail.done(
              request.actor(),
              AuditAction.RECOVERY_CODES_RENEWED,
              AuditTarget.of(user.id()),
              Map.of());
          return setup.renewRecoveryCodes(user.id());
        })) {
      case FactorGuard.LetThrough<List<RecoveryCode>>(var codes) -> new Renewed(codes);
      case FactorGuard.NotActive<List<RecoveryCode>> _ -> new NotActive();
      case FactorGuard.Unproved<List<RecoveryCode>>(var why) -> new Unproved(why);
      case FactorGuard.Gone<List<RecoveryCode>> _ -> new Gone();
    };
  }
}
