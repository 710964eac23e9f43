package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.token.VerifiedAccessToken;

public final class ChangeAllowedAgentsService implements ChangeAllowedAgents {
  private final UserRepository users;
  private final UnitOfWork unitOfWork;

  public ChangeAllowedAgentsService(UserRepository users, UnitOfWork unitOfWork) {
    this.users = users;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result change(VerifiedAccessToken token, AllowedAgents agents) {
    return unitOfWork.inTransaction(
        () -> {
          User user = users.lock(token.user()).orElse(null);
          if (user == null || user.state().outdates(token)) {
            return Result.GONE;
          }
          UserRepository.Saved _ =
              users.update(user.withState(user.state().withAllowedAgents(agents)));
          return Result.CHANGED;
        });
  }
}
