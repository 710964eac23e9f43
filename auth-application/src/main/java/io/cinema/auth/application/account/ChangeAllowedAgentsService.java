package io.cinema.auth.application.account;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProvedChange;
import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.UserRepository;
import java.util.List;
import java.util.Map;

public final class ChangeAllowedAgentsService implements ChangeAllowedAgents {
  private final UserRepository users;
  private final ProvedChange change;
  private final AuditTrail trail;

  public ChangeAllowedAgentsService(UserRepository users, ProvedChange change, AuditTrail trail) {
    this.users = users;
    this.change = change;
    this.trail = trail;
  }

  @Override
  public Result change(Command command) {
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.AGENTS_CHANGED),
            PersonalProof.Demand.PASSWORD_OR_FRESH_SIGN_IN,
            command.password());
    return switch (change.make(request, user -> write(request, user, command.agents()))) {
      case ProvedChange.Made<Result>(Result result) -> result;
      case ProvedChange.Unproved<Result>(var why) -> new Unproved(why);
      case ProvedChange.Gone<Result> _ -> new Gone();
    };
  }

  private Result write(PersonalProof.Request request, User user, AllowedAgents agents) {
    if (!agents.equals(user.state().allowedAgents())) {
      UserRepository.Saved _ = users.update(user.withState(user.state().withAllowedAgents(agents)));
      trail.done(request.actor(), AuditAction.AGENTS_CHANGED, AuditTarget.of(user.id()), Map.of());
    }
    return new Changed();
  }
}
