package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.application.session.EndSession;
import io.cinema.auth.application.session.EndSessionService;
import io.cinema.auth.application.session.ListSessions;
import io.cinema.auth.application.session.ListSessionsService;
import io.cinema.auth.application.session.Lockout;
import io.cinema.auth.application.session.RefreshOutcome;
import io.cinema.auth.application.session.RefreshSession;
import io.cinema.auth.application.session.RefreshSessionService;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.application.signin.TokenIssuer;
import io.cinema.auth.application.token.AuthenticateToken;
import io.cinema.auth.application.token.AuthenticateTokenService;
import io.cinema.auth.application.upkeep.SigningKeyUpkeep;
import io.cinema.auth.domain.port.AccessTokenVerifier;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.cinema.auth.domain.port.RefreshTokenSigner;
import io.cinema.auth.domain.port.RevocationRepository;
import io.cinema.auth.domain.port.RevocationStore;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.SessionTerms;
import io.cinema.auth.domain.token.AccessTokenTerms;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Services of tokens and of sessions that are open. */
@Factory
final class SessionFactory {

  @Singleton
  Revoker revoker(
      UnitOfWork unitOfWork,
      RevocationRepository truth,
      RevocationStore store,
      AccessTokenTerms terms,
      InstantSource clock) {
    return new Revoker(unitOfWork, truth, store, terms, clock);
  }

  @Singleton
  RefreshSession refreshSession(
      SessionRepository sessions,
      RefreshTokenSigner refreshTokens,
      TokenIssuer issuer,
      Revoker revoker,
      LoginEventRepository history,
      SessionTerms terms,
      Ids ids,
      InstantSource clock,
      Consumer<RefreshOutcome> watcher) {
    return new RefreshSessionService(
        sessions, refreshTokens, issuer, revoker, history, terms, ids, clock, watcher);
  }

  @Singleton
  ListSessions listSessions(SessionRepository sessions, InstantSource clock) {
    return new ListSessionsService(sessions, clock);
  }

  @Singleton
  Lockout lockout(UserRepository users, SessionRepository sessions, InstantSource clock) {
    return new Lockout(users, sessions, clock);
  }

  @Singleton
  EndSession endSession(
      UserRepository users,
      SessionRepository sessions,
      Lockout lockout,
      Revoker revoker,
      InstantSource clock) {
    return new EndSessionService(users, sessions, lockout, revoker, clock);
  }

  @Singleton
  AuthenticateToken authenticateToken(
      AccessTokenVerifier verifier,
      SigningKeyUpkeep keys,
      RevocationStore store,
      RevocationRepository truth,
      AccessTokenTerms terms,
      InstantSource clock) {
    return new AuthenticateTokenService(verifier, keys, store, truth, terms, clock);
  }
}
