package io.cinema.auth.application.account;

import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.credential.PasswordPolicy;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.SessionId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

public final class ChangePasswordService implements ChangePassword {
  private final UserRepository users;
  private final SessionRepository sessions;
  private final PasswordHasher hasher;
  private final PasswordPolicy policy;
  private final CommonPasswords common;
  private final Revoker revoker;
  private final InstantSource clock;

  public ChangePasswordService(
      UserRepository users,
      SessionRepository sessions,
      PasswordHasher hasher,
      PasswordPolicy policy,
      CommonPasswords common,
      Revoker revoker,
      InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.hasher = hasher;
    this.policy = policy;
    this.common = common;
    this.revoker = revoker;
    this.clock = clock;
  }

  @Override
  public Result change(Command command) {
    Optional<User> user = users.findById(command.token().user());
    if (user.isEmpty()) {
      return Result.GONE;
    }
    policy.check("new_password", command.chosen(), user.get().login(), user.get().email(), common);
    PasswordHash checked = user.get().passwordHash();
    if (!hasher.matches(command.current(), checked) || checked == null) {
      return Result.WRONG_PASSWORD;
    }
    PasswordHash chosen = hasher.hash(command.chosen());
    return revoker.revoking(dead -> write(command, user.get(), checked, chosen, dead));
  }

  private Result write(
      Command command,
      User before,
      PasswordHash checked,
      PasswordHash chosen,
      BiConsumer<UserId, Revocation.Subject> dead) {
    User user = users.lock(command.token().user()).orElse(null);
    if (user == null) {
      return Result.GONE;
    }
    // Of two changes at once, the second was checked against a password that no longer is.
    if (user.passwordChangedSince(checked, before)) {
      return Result.WRONG_PASSWORD;
    }
    User changed = user.withPasswordHash(chosen).withState(user.state().withRaisedVersion());
    users.update(changed);
    dead.accept(user.id(), new Revocation.Below(changed.state().tokenVersion()));
    List<SessionId> _ =
        sessions.endAll(
            user.id(), command.token().session(), EndReason.PASSWORD_CHANGED, clock.instant());
    return Result.CHANGED;
  }
}
