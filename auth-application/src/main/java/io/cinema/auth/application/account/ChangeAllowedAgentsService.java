package io.cinema.auth.application.account;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import java.util.Map;

public final class ChangeAllowedAgentsService implements ChangeAllowedAgents {
  private final UserRepository users;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public ChangeAllowedAgentsService(UserRepository users, AuditTrail trail, UnitOfWork unitOfWork) {
    this.users = users;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result change(UserId id, Origin origin, AllowedAgents agents) {
    return unitOfWork.inTransaction(
        () -> {
          User user = users.lock(id).orElse(null);
          if (user == null) {
            return Result.GONE;
          }
          UserRepository.Saved _ =
              users.update(user.withState(user.state().withAllowedAgents(agents)));
          trail.done(
              new Actor.Person(id, origin),
              AuditAction.AGENTS_CHANGED,
              AuditTarget.of(id),
              Map.of());
          return Result.CHANGED;
        });
  }
}
