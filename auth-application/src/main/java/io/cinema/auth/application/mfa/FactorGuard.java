package io.cinema.auth.application.mfa;

import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.application.proof.ProvedChange;
import io.cinema.auth.application.throttle.Refusal;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.mfa.FactorProof;
import java.util.function.Function;

/** Lets through to a second factor that is on who proves both: being the person, and having it. */
public final class FactorGuard {
  private final ProvedChange change;
  private final PersonalProof person;
  private final FactorCheck factors;

  public FactorGuard(ProvedChange change, PersonalProof person, FactorCheck factors) {
    this.change = change;
    this.person = person;
    this.factors = factors;
  }

  /** What came of it. */
  sealed interface Outcome<T> {}

  record LetThrough<T>(T done) implements Outcome<T> {}

  record NotActive<T>() implements Outcome<T> {}

  record Unproved<T>(ProofFailure why) implements Outcome<T> {}

  /** The account is gone, or the token died meanwhile. */
  record Gone<T>() implements Outcome<T> {}

  /** Does the work in the unit of work that used up the code, on the locked account. */
  <T> Outcome<T> through(
      PersonalProof.Request request, FactorProof factor, Function<User, T> work) {
    return switch (change.make(request, user -> checked(request, user, factor, work))) {
      case ProvedChange.Made<Outcome<T>>(Outcome<T> outcome) -> outcome;
      case ProvedChange.Unproved<Outcome<T>>(ProofFailure why) -> new Unproved<>(why);
      case ProvedChange.Gone<Outcome<T>> _ -> new Gone<>();
    };
  }

  private <T> Outcome<T> checked(
      PersonalProof.Request request, User user, FactorProof factor, Function<User, T> work) {
    if (!user.state().totpEnabled()) {
      return new NotActive<>();
    }
    return switch (factors.check(user, factor, request.origin())) {
      case FactorCheck.Passed _ -> new LetThrough<>(work.apply(user));
      case FactorCheck.Wrong _, FactorCheck.Reused _ ->
          unproved(request, new ProofFailure.WrongCode());
      case FactorCheck.Refused(Refusal refusal) ->
          unproved(request, new ProofFailure.TooMany(refusal.retryAfter(), refusal.first()));
    };
  }

  private <T> Outcome<T> unproved(PersonalProof.Request request, ProofFailure why) {
    return new Unproved<>(person.failed(request, why).why());
  }
}
