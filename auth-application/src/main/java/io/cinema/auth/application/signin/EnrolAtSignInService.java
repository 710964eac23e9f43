package io.cinema.auth.application.signin;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.mfa.TotpSetup;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.application.signin.PendingSignIn.Waiting;
import io.cinema.auth.application.throttle.Refusal;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.login.LoginMethod;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.MfaToken;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.SecondFactorPolicy;
import io.cinema.auth.domain.mfa.TotpCode;
import io.cinema.auth.domain.mfa.TotpSecret;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.session.Revocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

public final class EnrolAtSignInService implements EnrolAtSignIn {
  private static final LoginPath BY_CODE = LoginPath.of(LoginMethod.TOTP);

  private final PendingSignIn pending;
  private final UserRepository users;
  private final TotpSetup setup;
  private final SessionOpener opener;
  private final SignInHistory history;
  private final AuditTrail trail;
  private final SecondFactorPolicy policy;
  private final Revoker revoker;
  private final UnitOfWork unitOfWork;

  public EnrolAtSignInService(
      PendingSignIn pending,
      UserRepository users,
      TotpSetup setup,
      SessionOpener opener,
      SignInHistory history,
      AuditTrail trail,
      SecondFactorPolicy policy,
      Revoker revoker,
      UnitOfWork unitOfWork) {
    this.pending = pending;
    this.users = users;
    this.setup = setup;
    this.opener = opener;
    this.history = history;
    this.trail = trail;
    this.policy = policy;
    this.revoker = revoker;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Beginning begin(Secret mfaToken, Origin origin) {
    Optional<MfaToken> token = pending.read(mfaToken);
    if (token.isEmpty()) {
      return new DeadToken();
    }
    TotpSecret secret = setup.newSecret();
    Optional<User> begun = unitOfWork.inTransaction(() -> begin(token.get(), secret, origin));
    return begun
        .<Beginning>map(user -> new Begun(setup.provision(secret, user)))
        .orElseGet(DeadToken::new);
  }

  private Optional<User> begin(MfaToken token, TotpSecret secret, Origin origin) {
    Optional<User> user = enrolling(token, origin).map(Waiting::locked);
    user.ifPresent(locked -> setup.begin(locked, secret));
    return user;
  }

  @Override
  public Result confirm(Secret mfaToken, TotpCode code, Origin origin) {
    Optional<MfaToken> token = pending.read(mfaToken);
    return token.isEmpty()
        ? new DeadToken()
        : revoker.revoking(dead -> confirm(token.get(), code, origin, dead));
  }

  private Result confirm(
      MfaToken token, TotpCode code, Origin origin, BiConsumer<UserId, Revocation.Subject> dead) {
    Waiting waiting = enrolling(token, origin).orElse(null);
    if (waiting == null) {
      return new DeadToken();
    }
    return switch (setup.confirm(waiting.locked(), code, origin, token.session(), dead)) {
      case TotpSetup.Confirmed(List<RecoveryCode> codes) -> {
        trail.done(
            new Actor.Person(token.user(), origin),
            AuditAction.TOTP_ENABLED,
            AuditTarget.of(token.user()),
            Map.of());
        yield enrolled(token, codes, origin);
      }
      case TotpSetup.NotBegun _ -> new NotBegun();
      case TotpSetup.WrongCode _ -> {
        history.remember(token.user(), LoginResult.WRONG_CODE, BY_CODE, origin, null);
        yield new WrongCode();
      }
      case TotpSetup.Refused(Refusal refusal) -> {
        if (refusal.first()) {
          history.remember(token.user(), LoginResult.LOCKED, BY_CODE, origin, null);
        }
        yield new Throttled(refusal.retryAfter());
      }
      case TotpSetup.AlreadyActive _ -> new DeadToken();
    };
  }

  private Result enrolled(MfaToken token, List<RecoveryCode> codes, Origin origin) {
    // The gate is asked about the account as it is now, with its factor.
    Opening opening =
        opener.open(
            users.lock(token.user()).orElseThrow(),
            token.session(),
            PassSecondFactorService.withOtp(token),
            BY_CODE,
            origin);
    if (opening instanceof Opening.Opened(IssuedTokens tokens)) {
      return new Enrolled(tokens, codes);
    }
    throw new IllegalStateException("the account was let through to this, and has passed since");
  }

  /**
   * Only those whom nothing but the missing enrolment keeps out. The gate is asked again: this may
   * be another agent than the one that showed the password.
   */
  private Optional<Waiting> enrolling(MfaToken token, Origin origin) {
    return pending
        .lock(token)
        .filter(
            waiting ->
                GateRefusal.of(waiting.locked().state(), token.passed(), origin.agent(), policy)
                    .equals(Optional.of(GateRefusal.ENROLMENT_MISSING)));
  }
}
