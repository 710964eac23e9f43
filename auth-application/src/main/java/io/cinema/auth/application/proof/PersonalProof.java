package io.cinema.auth.application.proof;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.throttle.Refusal;
import io.cinema.auth.application.throttle.Throttle;
import io.cinema.auth.domain.account.StepUpPolicy;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.login.Attempt;
import io.cinema.auth.domain.login.AttemptKind;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves that whoever holds an access token is the person it was given to: by the password, or by
 * having signed in a short while ago. Wrong passwords count as they do at sign-in, and are told in
 * the audit trail.
 */
public final class PersonalProof {
  private final PasswordHasher hasher;
  private final Throttle throttle;
  private final StepUpPolicy policy;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public PersonalProof(
      PasswordHasher hasher,
      Throttle throttle,
      StepUpPolicy policy,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.hasher = hasher;
    this.throttle = throttle;
    this.policy = policy;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** What is wanted where no password is shown. */
  public enum Demand {
    /** Nothing else will do, of an account that has a password. */
    PASSWORD,
    /** A fresh sign-in will do. */
    PASSWORD_OR_FRESH_SIGN_IN
  }

  /**
   * Who wants what.
   *
   * @param acts what would be done, for the audit trail
   * @param shown null where none was sent
   */
  public record Request(
      VerifiedAccessToken token,
      Origin origin,
      List<AuditAction> acts,
      Demand demand,
      @Nullable Password shown) {

    public Actor actor() {
      return new Actor.Person(token.user(), origin);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * A proof, good for the account as it was read.
   *
   * @param checked the hash that the password was compared with; null where a sign-in stood for it
   */
  public record Proved(User before, @Nullable PasswordHash checked) implements Outcome {

    /** Whether it still proves something for the account as it is now, locked. */
    public boolean holdsFor(User now) {
      return checked == null || !now.passwordChangedSince(checked, before);
    }
  }

  public record Unproved(ProofFailure why) implements Outcome {}

  /** Checks before any lock is taken: hashing takes a while. */
  public Outcome prove(User user, Request request) {
    Password shown = request.shown();
    if (shown != null) {
      return byPassword(user, shown, request);
    }
    if (user.passwordHash() != null && request.demand() == Demand.PASSWORD) {
      return new Unproved(new ProofFailure.Missing(null));
    }
    return policy.fresh(request.token(), clock.instant())
        ? new Proved(user, null)
        : new Unproved(new ProofFailure.Missing(policy.maxAge()));
  }

  /** Tells the audit trail of a failure, as part of the unit of work that found it. */
  public Unproved failed(Request request, ProofFailure why) {
    if (why.worthTelling()) {
      for (AuditAction act : request.acts()) {
        trail.refused(
            request.actor(), act, AuditTarget.of(request.token().user()), why.reason(), Map.of());
      }
    }
    return new Unproved(why);
  }

  /**
   * A password that was right when it was looked at, and is no more. Not counted: whoever lost the
   * race knew the password, and guessed nothing.
   */
  public Unproved outdated(Request request) {
    return failed(request, new ProofFailure.WrongPassword());
  }

  private Outcome byPassword(User user, Password shown, Request request) {
    Attempt attempt = Attempt.at(AttemptKind.PASSWORD, user.id(), request.origin());
    Optional<Refusal> locked = throttle.refusal(attempt);
    if (locked.isPresent()) {
      return failed(request, tooMany(locked.get()));
    }
    PasswordHash hash = user.passwordHash();
    if (!hasher.matches(shown, hash) || hash == null) {
      return unitOfWork.inTransaction(() -> wrong(attempt, request));
    }
    // Guesses that were looked at meanwhile came first.
    return throttle
        .refusal(attempt)
        .<Outcome>map(refusal -> failed(request, tooMany(refusal)))
        .orElseGet(() -> new Proved(user, hash));
  }

  private Unproved wrong(Attempt attempt, Request request) {
    return failed(
        request,
        throttle
            .failed(attempt)
            .<ProofFailure>map(PersonalProof::tooMany)
            .orElseGet(ProofFailure.WrongPassword::new));
  }

  private static ProofFailure tooMany(Refusal refusal) {
    return new ProofFailure.TooMany(refusal.retryAfter(), refusal.first());
  }
}
