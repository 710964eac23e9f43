package io.cinema.auth.application.mfa;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.application.throttle.Refusal;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.token.Amr;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

public final class ConfirmTotpService implements ConfirmTotp {
  private final UserRepository users;
  private final SessionRepository sessions;
  private final TotpSetup setup;
  private final AuditTrail trail;
  private final Revoker revoker;

  public ConfirmTotpService(
      UserRepository users,
      SessionRepository sessions,
      TotpSetup setup,
      AuditTrail trail,
      Revoker revoker) {
    this.users = users;
    this.sessions = sessions;
    this.setup = setup;
    this.trail = trail;
    this.revoker = revoker;
  }

  @Override
  public Result confirm(Command command) {
    return revoker.revoking(dead -> confirm(command, dead));
  }

  private Result confirm(Command command, BiConsumer<UserId, Revocation.Subject> dead) {
    User user = users.lock(command.token().user()).orElse(null);
    if (user == null || user.state().outdates(command.token())) {
      return new Gone();
    }
    return switch (setup.confirm(
        user, command.code(), command.origin(), command.token().session(), dead)) {
      case TotpSetup.Confirmed(List<RecoveryCode> codes) -> {
        sessions
            .find(command.token().session())
            .ifPresent(standing -> sessions.save(standing.session().proved(Amr.OTP)));
        trail.done(actor(command), AuditAction.TOTP_ENABLED, target(command), Map.of());
        yield new Confirmed(codes);
      }
      case TotpSetup.NotBegun _ -> new NotBegun();
      case TotpSetup.AlreadyActive _ -> new AlreadyActive();
      case TotpSetup.WrongCode _ -> refused(command, new ProofFailure.WrongCode());
      case TotpSetup.Refused(Refusal refusal) ->
          refused(command, new ProofFailure.TooMany(refusal.retryAfter(), refusal.first()));
    };
  }

  private Result refused(Command command, ProofFailure why) {
    if (why.worthTelling()) {
      trail.refused(
          actor(command), AuditAction.TOTP_ENABLED, target(command), why.reason(), Map.of());
    }
    return new Unproved(why);
  }

  private static Actor actor(Command command) {
    return new Actor.Person(command.token().user(), command.origin());
  }

  private static AuditTarget target(Command command) {
    return AuditTarget.of(command.token().user());
  }
}
