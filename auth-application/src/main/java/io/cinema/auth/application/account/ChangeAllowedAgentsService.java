package io.cinema.auth.application.account;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class ChangeAllowedAgentsService implements ChangeAllowedAgents {
  private final UserRepository users;
  private final PersonalProof proof;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public ChangeAllowedAgentsService(
      UserRepository users, PersonalProof proof, AuditTrail trail, UnitOfWork unitOfWork) {
    this.users = users;
    this.proof = proof;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result change(Command command) {
    Optional<User> user = users.findById(command.token().user());
    if (user.isEmpty()) {
      return new Gone();
    }
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.AGENTS_CHANGED),
            PersonalProof.Demand.PASSWORD_OR_FRESH_SIGN_IN,
            command.password());
    return switch (proof.prove(user.get(), request)) {
      case PersonalProof.Unproved(var why) -> new Unproved(why);
      case PersonalProof.Proved proved ->
          unitOfWork.inTransaction(() -> write(command, proved, request));
    };
  }

  private Result write(
      Command command, PersonalProof.Proved proved, PersonalProof.Request request) {
    User user = users.lock(command.token().user()).orElse(null);
    if (user == null || user.state().outdates(command.token())) {
      return new Gone();
    }
    if (!proved.holdsFor(user)) {
      return new Unproved(proof.outdated(request).why());
    }
    if (command.agents().equals(user.state().allowedAgents())) {
      return new Changed();
    }
    UserRepository.Saved _ =
        users.update(user.withState(user.state().withAllowedAgents(command.agents())));
    trail.done(request.actor(), AuditAction.AGENTS_CHANGED, AuditTarget.of(user.id()), Map.of());
    return new Changed();
  }
}
