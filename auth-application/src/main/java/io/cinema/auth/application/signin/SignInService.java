package io.cinema.auth.application.signin;

import io.cinema.auth.application.account.AccountLookup;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.LoginMethod;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.session.SessionTerms;
import io.cinema.auth.domain.token.Amr;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class SignInService implements SignIn {
  private final UserRepository users;
  private final SessionRepository sessions;
  private final LoginEventRepository history;
  private final PasswordHasher hasher;
  private final TokenIssuer issuer;
  private final UnitOfWork unitOfWork;
  private final SessionTerms terms;
  private final Ids ids;
  private final InstantSource clock;

  public SignInService(
      UserRepository users,
      SessionRepository sessions,
      LoginEventRepository history,
      PasswordHasher hasher,
      TokenIssuer issuer,
      UnitOfWork unitOfWork,
      SessionTerms terms,
      Ids ids,
      InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.history = history;
    this.hasher = hasher;
    this.issuer = issuer;
    this.unitOfWork = unitOfWork;
    this.terms = terms;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result signIn(Command command) {
    hasher.requireRoom();
    User user = AccountLookup.byLoginOrEmail(users, command.loginOrEmail()).orElse(null);
    PasswordHash hash = user == null ? null : user.passwordHash();
    // Hashes for nobody as well, so that time tells as little as the answer does.
    boolean matches = hasher.matches(command.password(), hash);
    if (user == null || hash == null || !matches) {
      remember(user == null ? null : user.id(), failure(user), command.origin(), null);
      return new InvalidCredentials();
    }
    PasswordHash checked =
        hasher.outdated(hash) ? rehashed(user.id(), hash, command.password()) : hash;
    return unitOfWork.inTransaction(() -> open(user, checked, command.origin()));
  }

  private Result open(User before, PasswordHash checked, Origin origin) {
    // Hashing took a while: a password changed or an account disabled meanwhile must count.
    Optional<User> user = users.lock(before.id());
    if (user.isEmpty() || user.get().passwordChangedSince(checked, before)) {
      remember(before.id(), LoginResult.WRONG_PASSWORD, origin, null);
      return new InvalidCredentials();
    }
    Instant now = clock.instant();
    SessionId id = new SessionId(ids.next());
    Session session = Session.opened(id, before.id(), Set.of(Amr.PWD), origin, now, terms);
    return switch (issuer.issue(session, user.get().state(), now)) {
      case TokenIssuer.Issued(IssuedTokens tokens) -> {
        sessions.open(session);
        users.recordLogin(before.id(), now, origin.agent());
        remember(before.id(), LoginResult.SUCCESS, origin, id);
        yield new SignedIn(tokens);
      }
      case TokenIssuer.Refused(GateRefusal why) -> {
        remember(before.id(), why.remembered(), origin, null);
        yield new Refused(why);
      }
    };
  }

  /**
   * The hash that stands for the password from now on: a fresh one, or the old where that could not
   * be.
   */
  private PasswordHash rehashed(UserId id, PasswordHash old, Password password) {
    PasswordHash fresh;
    try {
      fresh = hasher.hash(password);
    } catch (PortUnavailableException noRoom) {
      // The next sign-in tries again; this one has proved all it has to.
      return old;
    }
    return unitOfWork.inTransaction(
        () -> {
          User user = users.lock(id).orElse(null);
          if (user == null || !old.equals(user.passwordHash())) {
            return old;
          }
          users.update(user.withPasswordHash(fresh));
          return fresh;
        });
  }

  private static LoginResult failure(@Nullable User user) {
    return user == null ? LoginResult.UNKNOWN_LOGIN : LoginResult.WRONG_PASSWORD;
  }

  private void remember(
      @Nullable UserId user, LoginResult result, Origin origin, @Nullable SessionId session) {
    LoginEvent _ =
        history.record(
            new LoginEvent(
                ids.next(),
                user,
                clock.instant(),
                result,
                LoginMethod.PASSWORD,
                null,
                origin,
                false,
                session));
  }
}
