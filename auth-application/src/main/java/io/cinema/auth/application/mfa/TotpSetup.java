package io.cinema.auth.application.mfa;

import io.cinema.auth.application.throttle.Refusal;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.Provisioning;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.TotpCode;
import io.cinema.auth.domain.mfa.TotpEnrolment;
import io.cinema.auth.domain.mfa.TotpSecret;
import io.cinema.auth.domain.port.RecoveryCodeGenerator;
import io.cinema.auth.domain.port.RecoveryCodeRepository;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.TotpEnrolmentRepository;
import io.cinema.auth.domain.port.TotpGenerator;
import io.cinema.auth.domain.port.TotpSealer;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.SessionId;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Sets up and takes down a second factor, the same for who is signed in and who is signing in. What
 * is written needs the account locked.
 */
public final class TotpSetup {
  private final TotpEnrolmentRepository enrolments;
  private final RecoveryCodeRepository recovery;
  private final SessionRepository sessions;
  private final TotpGenerator totp;
  private final TotpSealer sealer;
  private final RecoveryCodeGenerator recoveryCodes;
  private final FactorCheck factors;
  private final InstantSource clock;

  public TotpSetup(
      TotpEnrolmentRepository enrolments,
      RecoveryCodeRepository recovery,
      SessionRepository sessions,
      TotpGenerator totp,
      TotpSealer sealer,
      RecoveryCodeGenerator recoveryCodes,
      FactorCheck factors,
      InstantSource clock) {
    this.enrolments = enrolments;
    this.recovery = recovery;
    this.sessions = sessions;
    this.totp = totp;
    this.sealer = sealer;
    this.recoveryCodes = recoveryCodes;
    this.factors = factors;
    this.clock = clock;
  }

  /** What came of a first code. */
  public sealed interface Outcome {}

  /** The factor is on. */
  public record Confirmed(List<RecoveryCode> recoveryCodes) implements Outcome {}

  public record NotBegun() implements Outcome {}

  public record AlreadyActive() implements Outcome {}

  public record WrongCode() implements Outcome {}

  public record Refused(Refusal refusal) implements Outcome {}

  /** A secret to begin with. */
  public TotpSecret newSecret() {
    return totp.newSecret();
  }

  /** Begins anew, whatever was begun before; the factor must not be on. */
  public void begin(User locked, TotpSecret secret) {
    enrolments.save(
        TotpEnrolment.begun(locked.id(), sealer.seal(locked.id(), secret), clock.instant()));
  }

  /** What the app is set up with; to be made while nothing is locked, for drawing takes a while. */
  public Provisioning provision(TotpSecret secret, User user) {
    return totp.provision(secret, user.login());
  }

  /**
   * Turns the factor on if the code is right. All sessions but one end: they have not passed it.
   *
   * @param passing the session that shows the code
   */
  public Outcome confirm(
      User locked,
      TotpCode code,
      Origin origin,
      SessionId passing,
      BiConsumer<UserId, Revocation.Subject> dead) {
    TotpEnrolment waiting = enrolments.find(locked.id()).orElse(null);
    if (waiting != null && waiting.confirmed()) {
      return new AlreadyActive();
    }
    if (waiting == null || !waiting.waitsAt(clock.instant())) {
      return new NotBegun();
    }
    return switch (factors.first(waiting, code, origin)) {
      case FactorCheck.Passed(long step) -> {
        enrolments.save(waiting.confirmedBy(step, clock.instant()));
        sessions
            .endAll(locked.id(), passing, EndReason.FACTOR_ADDED, clock.instant())
            .forEach(id -> dead.accept(locked.id(), new Revocation.Device(id)));
        yield new Confirmed(renewRecoveryCodes(locked.id()));
      }
      case FactorCheck.Wrong _, FactorCheck.Reused _ -> new WrongCode();
      case FactorCheck.Refused(Refusal refusal) -> new Refused(refusal);
    };
  }

  /** New recovery codes in place of the old ones; to be shown once. */
  public List<RecoveryCode> renewRecoveryCodes(UserId user) {
    Set<RecoveryCode> codes = recoveryCodes.newSet();
    recovery.replace(
        user,
        codes.stream().map(code -> recoveryCodes.hash(user, code)).collect(Collectors.toSet()));
    return List.copyOf(codes);
  }

  /**
   * Forgets the factor, turned on or not, and the recovery codes.
   *
   * @return whether there was one
   */
  public boolean takeDown(UserId user) {
    recovery.replace(user, Set.of());
    return enrolments.remove(user);
  }
}
