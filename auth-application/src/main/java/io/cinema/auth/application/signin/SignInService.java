package io.cinema.auth.application.signin;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
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
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.session.SessionTerms;
import io.cinema.auth.domain.token.Amr;
import io.cinema.auth.domain.value.InvalidValueException;
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
    User user = find(command.loginOrEmail()).orElse(null);
    PasswordHash hash = user == null ? null : user.passwordHash();
    // Hashes for nobody as well, so that time tells as little as the answer does.
    boolean matches = hasher.matches(command.password(), hash);
    if (user == null || hash == null || !matches) {
      remember(user == null ? null : user.id(), failure(user), command.origin(), null);
      return new InvalidCredentials();
    }
    if (hasher.outdated(hash)) {
      rehash(user.id(), hash, command.password());
    }
    return unitOfWork.inTransaction(() -> open(user, hash, command.origin()));
  }

  private Result open(User before, PasswordHash checked, Origin origin) {
    // Hashing took a while: a password changed or an account disabled meanwhile must count.
    Optional<User> user = users.lock(before.id());
    if (user.isEmpty() || passwordChanged(user.get(), checked, before)) {
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
   * A rehash in between, by us or another sign-in, changes the hash and not the version; a password
   * change raises it.
   */
  private static boolean passwordChanged(User now, PasswordHash checked, User before) {
    return !checked.equals(now.passwordHash())
        && now.state().tokenVersion() != before.state().tokenVersion();
  }

  private void rehash(UserId id, PasswordHash old, Password password) {
    PasswordHash fresh = hasher.hash(password);
    unitOfWork.run(
        () ->
            users
                .lock(id)
                .filter(user -> old.equals(user.passwordHash()))
                .ifPresent(user -> users.update(user.withPasswordHash(fresh))));
  }

  private Optional<User> find(String loginOrEmail) {
    try {
      return loginOrEmail.contains("@")
          ? users.findByEmail(EmailAddress.of(loginOrEmail))
          : users.findByLogin(Login.of(loginOrEmail));
    } catch (InvalidValueException nobodyHasIt) {
      return Optional.empty();
    }
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
