package io.cinema.auth.application.signin;

import io.cinema.auth.application.mfa.FactorCheck;
import io.cinema.auth.application.signin.PendingSignIn.Waiting;
import io.cinema.auth.application.throttle.Refusal;
import io.cinema.auth.domain.login.LoginMethod;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.mfa.MfaToken;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.token.Amr;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

public final class PassSecondFactorService implements PassSecondFactor {
  private final PendingSignIn pending;
  private final FactorCheck factors;
  private final SessionOpener opener;
  private final SignInHistory history;
  private final UnitOfWork unitOfWork;

  public PassSecondFactorService(
      PendingSignIn pending,
      FactorCheck factors,
      SessionOpener opener,
      SignInHistory history,
      UnitOfWork unitOfWork) {
    this.pending = pending;
    this.factors = factors;
    this.opener = opener;
    this.history = history;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result pass(Command command) {
    Optional<MfaToken> token = pending.read(command.mfaToken());
    return token.isEmpty()
        ? new DeadToken()
        : unitOfWork.inTransaction(() -> pass(token.get(), command));
  }

  private Result pass(MfaToken token, Command command) {
    Waiting waiting = pending.lock(token).orElse(null);
    if (waiting == null || !waiting.locked().state().totpEnabled()) {
      return new DeadToken();
    }
    LoginPath path = path(command.proof());
    return switch (factors.check(waiting.locked(), command.proof(), command.origin())) {
      case FactorCheck.Passed _ ->
          new Proved(
              opener.open(
                  waiting.locked(), token.session(), withOtp(token), path, command.origin()));
      case FactorCheck.Wrong _ -> {
        remember(token, LoginResult.WRONG_CODE, path, command.origin());
        yield new WrongCode();
      }
      case FactorCheck.Reused _ -> {
        remember(token, LoginResult.CODE_REUSED, path, command.origin());
        yield new WrongCode();
      }
      case FactorCheck.Refused(Refusal refusal) -> {
        if (refusal.first()) {
          remember(token, LoginResult.LOCKED, path, command.origin());
        }
        yield new Throttled(refusal.retryAfter());
      }
    };
  }

  static Set<Amr> withOtp(MfaToken token) {
    Set<Amr> passed = EnumSet.of(Amr.OTP);
    passed.addAll(token.passed());
    return passed;
  }

  private static LoginPath path(FactorProof proof) {
    return switch (proof) {
      case FactorProof.App _ -> LoginPath.of(LoginMethod.TOTP);
      case FactorProof.Paper _ -> LoginPath.of(LoginMethod.RECOVERY_CODE);
    };
  }

  private void remember(MfaToken token, LoginResult result, LoginPath path, Origin origin) {
    history.remember(token.user(), result, path, origin, null);
  }
}
