package io.cinema.auth.application.proof;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a change to an account for who proves that it is theirs. The proof is taken before anything
 * is locked, since hashing takes a while, and looked at again when it is.
 */
public final class ProvedChange {
  private final UserRepository users;
  private final PersonalProof proof;
  private final UnitOfWork unitOfWork;

  public ProvedChange(UserRepository users, PersonalProof proof, UnitOfWork unitOfWork) {
    this.users = users;
    this.proof = proof;
    this.unitOfWork = unitOfWork;
  }

  /** What came of it. */
  public sealed interface Outcome<T> {}

  /** Somebody proved enough, and this is what the change came to. */
  public record Made<T>(T result) implements Outcome<T> {}

  public record Unproved<T>(ProofFailure why) implements Outcome<T> {}

  /** The account is gone, or the token died meanwhile. */
  public record Gone<T>() implements Outcome<T> {}

  /**
   * Makes the change.
   *
   * @param work is handed the locked account, in one unit of work with whatever it writes
   */
  public <T> Outcome<T> make(PersonalProof.Request request, Function<User, T> work) {
    Optional<User> user = users.findById(request.token().user());
    if (user.isEmpty()) {
      return new Gone<>();
    }
    return switch (proof.prove(user.get(), request)) {
      case PersonalProof.Unproved(ProofFailure why) -> new Unproved<>(why);
      case PersonalProof.Proved proved ->
          unitOfWork.inTransaction(() -> locked(request, proved, work));
    };
  }

  private <T> Outcome<T> locked(
      PersonalProof.Request request, PersonalProof.Proved proved, Function<User, T> work) {
    User user = users.lock(request.token().user()).orElse(null);
    if (user == null || user.state().outdates(request.token())) {
      return new Gone<>();
    }
    return proved.holdsFor(user)
        ? new Made<>(work.apply(user))
        : new Unproved<>(proof.outdated(request).why());
  }
}
