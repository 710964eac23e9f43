package io.cinema.auth.application.session;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

public final class EndSessionService implements EndSession {
  private final UserRepository users;
  private final SessionRepository sessions;
  private final Lockout lockout;
  private final Revoker revoker;
  private final InstantSource clock;

  public EndSessionService(
      UserRepository users,
      SessionRepository sessions,
      Lockout lockout,
      Revoker revoker,
      InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.lockout = lockout;
    this.revoker = revoker;
    this.clock = clock;
  }

  @Override
  public void signOut(VerifiedAccessToken token) {
    Boolean _ =
        revoker.revoking(
            dead -> {
              dead.accept(token.user(), new Revocation.Token(token.jti()));
              dead.accept(token.user(), new Revocation.Device(token.session()));
              return sessions.end(
                  token.user(), token.session(), EndReason.SIGNED_OUT, clock.instant());
            });
  }

  @Override
  public Result end(UserId user, SessionId session) {
    return revoker.revoking(
        dead -> {
          if (!sessions.end(user, session, EndReason.SIGNED_OUT, clock.instant())) {
            return Result.NOT_FOUND;
          }
          dead.accept(user, new Revocation.Device(session));
          return Result.ENDED;
        });
  }

  @Override
  public void endOthers(VerifiedAccessToken token) {
    List<SessionId> _ =
        revoker.revoking(
            dead -> {
              List<SessionId> ended =
                  sessions.endAll(
                      token.user(), token.session(), EndReason.SIGNED_OUT, clock.instant());
              ended.forEach(id -> dead.accept(token.user(), new Revocation.Device(id)));
              return ended;
            });
  }

  @Override
  public void endAll(UserId id) {
    Boolean _ =
        revoker.revoking(
            dead -> {
              Optional<User> user = users.lock(id);
              user.ifPresent(found -> lockout.signOut(found, null, EndReason.SIGNED_OUT, dead));
              return user.isPresent();
            });
  }
}
