package io.cinema.auth.application.session;

import io.cinema.auth.application.signin.GateRefusal;
import io.cinema.auth.application.signin.IssuedTokens;
import io.cinema.auth.application.signin.TokenIssuer;
import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.LoginMethod;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.cinema.auth.domain.port.RefreshTokenSigner;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.SessionRepository.Standing;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.RefreshToken;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.Rotation;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionTerms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

public final class RefreshSessionService implements RefreshSession {
  private final SessionRepository sessions;
  private final RefreshTokenSigner refreshTokens;
  private final TokenIssuer issuer;
  private final Revoker revoker;
  private final LoginEventRepository history;
  private final SessionTerms terms;
  private final Ids ids;
  private final InstantSource clock;
  private final Consumer<RefreshOutcome> watcher;

  public RefreshSessionService(
      SessionRepository sessions,
      RefreshTokenSigner refreshTokens,
      TokenIssuer issuer,
      Revoker revoker,
      LoginEventRepository history,
      SessionTerms terms,
      Ids ids,
      InstantSource clock) {
    this(sessions, refreshTokens, issuer, revoker, history, terms, ids, clock, _ -> {});
  }

  /**
   * @param watcher told of each refresh once, by the thread that asked; must not throw
   */
  public RefreshSessionService(
      SessionRepository sessions,
      RefreshTokenSigner refreshTokens,
      TokenIssuer issuer,
      Revoker revoker,
      LoginEventRepository history,
      SessionTerms terms,
      Ids ids,
      InstantSource clock,
      Consumer<RefreshOutcome> watcher) {
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.issuer = issuer;
    this.revoker = revoker;
    this.history = history;
    this.terms = terms;
    this.ids = ids;
    this.clock = clock;
    this.watcher = watcher;
  }

  @Override
  public Result refresh(Command command) {
    return refreshTokens
        .read(command.refreshToken())
        .map(token -> refresh(token, command.origin()))
        .orElseGet(() -> ended(RefreshOutcome.UNKNOWN));
  }

  private Result refresh(RefreshToken token, Origin origin) {
    Instant now = clock.instant();
    Optional<Standing> rotated = sessions.rotate(token, origin, now);
    if (rotated.isPresent()) {
      Standing standing = rotated.get();
      return issue(standing.session(), standing.account(), origin, now, RefreshOutcome.ROTATED);
    }
    return sessions
        .find(token.session())
        .map(s -> notCurrent(s, token, origin, now))
        .orElseGet(() -> ended(RefreshOutcome.UNKNOWN));
  }

  /**
   * The token was not the current one when the statement ran: a late answer, a thief, or the end.
   */
  private Result notCurrent(Standing standing, RefreshToken token, Origin origin, Instant now) {
    Session session = standing.session();
    return switch (Rotation.decide(session, token.generation(), now, terms.grace())) {
      case Rotation.Repeat _ ->
          issue(session.seenFrom(origin), standing.account(), origin, now, RefreshOutcome.REPEATED);
      case Rotation.Stolen _ -> {
        end(session, EndReason.TOKEN_REUSED, LoginResult.REFRESH_TOKEN_REUSED, origin, now);
        yield ended(RefreshOutcome.REUSED);
      }
      // Rotate can't be: generations only rise, so a token the statement refused never becomes
      // current.
      case Rotation.Rotate _, Rotation.Over _ -> ended(RefreshOutcome.OVER);
    };
  }

  private Result issue(
      Session session, AccountState account, Origin origin, Instant now, RefreshOutcome outcome) {
    return switch (issuer.issue(session, account, now)) {
      case TokenIssuer.Issued(IssuedTokens tokens) -> {
        watcher.accept(outcome);
        yield new Refreshed(tokens);
      }
      case TokenIssuer.Refused(GateRefusal why) -> {
        end(session, EndReason.REFUSED_AT_GATE, why.remembered(), origin, now);
        yield ended(RefreshOutcome.REFUSED);
      }
    };
  }

  private Ended ended(RefreshOutcome outcome) {
    watcher.accept(outcome);
    return new Ended();
  }

  private void end(
      Session session, EndReason reason, LoginResult result, Origin origin, Instant now) {
    Boolean _ =
        revoker.revoking(
            dead -> {
              boolean ended = sessions.end(session.user(), session.id(), reason, now);
              if (ended) {
                dead.accept(session.user(), new Revocation.Device(session.id()));
                LoginEvent _ = history.record(event(session, result, origin, now));
              }
              return ended;
            });
  }

  private LoginEvent event(Session session, LoginResult result, Origin origin, Instant now) {
    return new LoginEvent(
        ids.next(),
        session.user(),
        now,
        result,
        LoginMethod.REFRESH,
        null,
        origin,
        false,
        session.id());
  }
}
