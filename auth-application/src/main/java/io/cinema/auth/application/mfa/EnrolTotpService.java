package io.cinema.auth.application.mfa;

import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.mfa.TotpSecret;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import java.util.List;
import java.util.Optional;

public final class EnrolTotpService implements EnrolTotp {
  private final UserRepository users;
  private final PersonalProof proof;
  private final TotpSetup setup;
  private final UnitOfWork unitOfWork;

  public EnrolTotpService(
      UserRepository users, PersonalProof proof, TotpSetup setup, UnitOfWork unitOfWork) {
    this.users = users;
    this.proof = proof;
    this.setup = setup;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result enrol(Command command) {
    Optional<User> user = users.findById(command.token().user());
    if (user.isEmpty()) {
      return new Gone();
    }
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.TOTP_ENABLED),
            PersonalProof.Demand.PASSWORD,
            command.password());
    return switch (proof.prove(user.get(), request)) {
      case PersonalProof.Unproved(var why) -> new Unproved(why);
      case PersonalProof.Proved proved -> {
        TotpSecret secret = setup.newSecret();
        Optional<Result> against =
            unitOfWork.inTransaction(() -> begin(command, proved, request, secret));
        yield against.orElseGet(() -> new Begun(setup.provision(secret, user.get())));
      }
    };
  }

  /** Empty when it is begun; otherwise what stands against it. */
  private Optional<Result> begin(
      Command command,
      PersonalProof.Proved proved,
      PersonalProof.Request request,
      TotpSecret secret) {
    User user = users.lock(command.token().user()).orElse(null);
    if (user == null || user.state().outdates(command.token())) {
      return Optional.of(new Gone());
    }
    if (!proved.holdsFor(user)) {
      return Optional.of(new Unproved(proof.outdated(request).why()));
    }
    if (user.state().totpEnabled()) {
      return Optional.of(new AlreadyActive());
    }
    setup.begin(user, secret);
    return Optional.empty();
  }
}
