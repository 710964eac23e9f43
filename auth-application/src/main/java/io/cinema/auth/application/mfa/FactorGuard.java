package io.cinema.auth.application.mfa;

import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import java.util.Optional;
import java.util.function.Function;

/** Lets through to a second factor that is on who proves both: being the person, and having it. */
public final class FactorGuard {
  private final UserRepository users;
  private final PersonalProof person;
  private final FactorCheck factors;
  private final UnitOfWork unitOfWork;

  public FactorGuard(
      UserRepository users, PersonalProof person, FactorCheck factors, UnitOfWork unitOfWork) {
    this.users = users;
    this.person = person;
    this.factors = factors;
    this.unitOfWork = unitOfWork;
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
    Optional<User> user = users.findById(request.token().user());
    if (user.isEmpty()) {
      return new Gone<>();
    }
    return switch (person.prove(user.get(), request)) {
      case PersonalProof.Unproved(ProofFailure why) -> new Unproved<>(why);
      case PersonalProof.Proved proved ->
          unitOfWork.inTransaction(() -> checked(request, proved, factor, work));
    };
  }

  private <T> Outcome<T> checked(
      PersonalProof.Request request,
      PersonalProof.Proved proved,
      FactorProof factor,
      Function<User, T> work) {
    User user = users.lock(request.token().user()).orElse(null);
    if (user == null || user.state().outdates(request.token())) {
      return new Gone<>();
    }
    if (!proved.holdsFor(user)) {
      return new Unproved<>(person.outdated(request).why());
    }
    if (!user.state().totpEnabled()) {
      return new NotActive<>();
    }
    return switch (factors.check(user, factor, request.origin())) {
      case FactorCheck.Passed _ -> new LetThrough<>(work.apply(user));
      case FactorCheck.Wrong _, FactorCheck.Reused _ ->
          new Unproved<>(person.failed(request, new ProofFailure.WrongCode()).why());
      case FactorCheck.Refused(var refusal) ->
          new Unproved<>(
              person
                  .failed(request, new ProofFailure.TooMany(refusal.retryAfter(), refusal.first()))
                  .why());
    };
  }
}
