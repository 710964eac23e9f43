package io.cinema.auth.application.mfa;

import io.cinema.auth.application.throttle.Refusal;
import io.cinema.auth.application.throttle.Throttle;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Attempt;
import io.cinema.auth.domain.login.AttemptKind;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.TotpCheck;
import io.cinema.auth.domain.mfa.TotpCode;
import io.cinema.auth.domain.mfa.TotpEnrolment;
import io.cinema.auth.domain.mfa.TotpSecret;
import io.cinema.auth.domain.mfa.TotpWindow;
import io.cinema.auth.domain.port.RecoveryCodeGenerator;
import io.cinema.auth.domain.port.RecoveryCodeRepository;
import io.cinema.auth.domain.port.TotpEnrolmentRepository;
import io.cinema.auth.domain.port.TotpGenerator;
import io.cinema.auth.domain.port.TotpSealer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks a second factor and uses it up. The account must be locked: that puts the guesses at it in
 * a row, so that parallel ones all count.
 */
public final class FactorCheck {
  private final TotpEnrolmentRepository enrolments;
  private final RecoveryCodeRepository recovery;
  private final TotpGenerator totp;
  private final TotpSealer sealer;
  private final RecoveryCodeGenerator recoveryCodes;
  private final TotpWindow window;
  private final Throttle throttle;
  private final InstantSource clock;

  public FactorCheck(
      TotpEnrolmentRepository enrolments,
      RecoveryCodeRepository recovery,
      TotpGenerator totp,
      TotpSealer sealer,
      RecoveryCodeGenerator recoveryCodes,
      TotpWindow window,
      Throttle throttle,
      InstantSource clock) {
    this.enrolments = enrolments;
    this.recovery = recovery;
    this.totp = totp;
    this.sealer = sealer;
    this.recoveryCodes = recoveryCodes;
    this.window = window;
    this.throttle = throttle;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * It is right.
   *
   * @param step the time step of the code; 0 for a recovery code
   */
  public record Passed(long step) implements Outcome {}

  /** Wrong, or there is nothing that it could be right for. */
  public record Wrong() implements Outcome {}

  /** It was right once. */
  public record Reused() implements Outcome {}

  /** Nobody looked whether it is right. */
  public record Refused(Refusal refusal) implements Outcome {}

  /** Checks what is shown against the factor that is turned on. */
  public Outcome check(User locked, FactorProof proof, Origin origin) {
    return heard(
        locked.id(),
        origin,
        () ->
            switch (proof) {
              case FactorProof.App(TotpCode code) -> app(locked.id(), code);
              case FactorProof.Paper(RecoveryCode code) -> paper(locked.id(), code);
            });
  }

  /** Checks the first code of an enrolment that waits for one. */
  Outcome first(TotpEnrolment waiting, TotpCode code, Origin origin) {
    return heard(waiting.user(), origin, () -> app(waiting, code));
  }

  private Outcome heard(UserId user, Origin origin, Supplier<Outcome> look) {
    Attempt attempt = Attempt.at(AttemptKind.CODE, user, origin);
    Optional<Refusal> locked = throttle.refusal(attempt);
    if (locked.isPresent()) {
      return new Refused(locked.get());
    }
    Outcome outcome = look.get();
    return outcome instanceof Passed
        ? outcome
        : throttle.failed(attempt).<Outcome>map(Refused::new).orElse(outcome);
  }

  private Outcome app(UserId user, TotpCode code) {
    TotpEnrolment enrolment = enrolments.find(user).orElse(null);
    if (enrolment == null || !enrolment.confirmed()) {
      return new Wrong();
    }
    return switch (app(enrolment, code)) {
      // The lock has kept others away; the step is moved by compare-and-set all the same, so that
      // no path that forgets the lock can use a code twice.
      case Passed(long step) when !enrolments.useStep(user, step) -> new Reused();
      case Outcome outcome -> outcome;
    };
  }

  private Outcome app(TotpEnrolment enrolment, TotpCode code) {
    TotpSecret secret = sealer.open(enrolment.user(), enrolment.secret());
    return switch (TotpCheck.check(
        code, step -> totp.codeAt(secret, step), clock.instant(), window, enrolment.lastStep())) {
      case TotpCheck.Accepted(long step) -> new Passed(step);
      case TotpCheck.Reused _ -> new Reused();
      case TotpCheck.Wrong _ -> new Wrong();
    };
  }

  private Outcome paper(UserId user, RecoveryCode code) {
    return recovery.use(user, recoveryCodes.hash(user, code)) ? new Passed(0) : new Wrong();
  }
}
