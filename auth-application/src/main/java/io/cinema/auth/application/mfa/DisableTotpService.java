package io.cinema.auth.application.mfa;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import java.util.List;
import java.util.Map;

public final class DisableTotpService implements DisableTotp {
  private final FactorGuard guard;
  private final TotpSetup setup;
  private final AuditTrail trail;

  public DisableTotpService(FactorGuard guard, TotpSetup setup, AuditTrail trail) {
    this.guard = guard;
    this.setup = setup;
    this.trail = trail;
  }

  @Override
  public Result disable(Command command) {
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.TOTP_DISABLED),
            PersonalProof.Demand.PASSWORD,
            command.password());
    return switch (guard.through(
        request,
        command.proof(),
        user -> {
          trail.done(
              request.actor(), AuditAction.TOTP_DISABLED, AuditTarget.of(user.id()), Map.of());
          return setup.takeDown(user.id());
        })) {
      case FactorGuard.LetThrough<Boolean> _ -> new Disabled();
      case FactorGuard.NotActive<Boolean> _ -> new NotActive();
      case FactorGuard.Unproved<Boolean>(var why) -> new Unproved(why);
      case FactorGuard.Gone<Boolean> _ -> new Gone();
    };
  }
}
