package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;

public final class ChangeAllowedAgentsService implements ChangeAllowedAgents {
  private final UserRepository users;
  private final UnitOfWork unitOfWork;

  public ChangeAllowedAgentsService(UserRepository users, UnitOfWork unitOfWork) {
    this.users = users;
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
          users.update(user.withState(user.state().withAllowedAgents(agents)));
          return Result.CHANGED;
        });
  }
}
