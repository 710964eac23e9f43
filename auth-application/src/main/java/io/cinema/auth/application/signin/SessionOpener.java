package io.cinema.auth.application.signin;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.mfa.MfaToken;
import io.cinema.auth.domain.port.MfaTokenSigner;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.session.SessionTerms;
import io.cinema.auth.domain.token.Amr;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Opens a session for somebody who proved who they are, by whatever path: the account gate decides,
 * and the history is told. The account must be locked.
 */
public final class SessionOpener {
  private static final Set<MfaChallenge.Method> PASS =
      Set.of(MfaChallenge.Method.TOTP, MfaChallenge.Method.RECOVERY_CODE);
  private static final Set<MfaChallenge.Method> ENROL = Set.of(MfaChallenge.Method.TOTP_ENROLMENT);

  private final UserRepository users;
  private final SessionRepository sessions;
  private final TokenIssuer issuer;
  private final MfaTokenSigner mfaTokens;
  private final SignInHistory history;
  private final SessionTerms terms;
  private final InstantSource clock;

  public SessionOpener(
      UserRepository users,
      SessionRepository sessions,
      TokenIssuer issuer,
      MfaTokenSigner mfaTokens,
      SignInHistory history,
      SessionTerms terms,
      InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.issuer = issuer;
    this.mfaTokens = mfaTokens;
    this.history = history;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * Opens a session, or says what stands against it.
   *
   * @param id of a session that is not there yet
   * @param passed all that was proved
   * @param path the last step of it
   */
  public Opening open(User locked, SessionId id, Set<Amr> passed, LoginPath path, Origin origin) {
    Instant now = clock.instant();
    Session session = Session.opened(id, locked.id(), passed, origin, now, terms);
    return switch (issuer.issue(session, locked.state(), now)) {
      case TokenIssuer.Issued(IssuedTokens tokens) -> {
        sessions.save(session);
        users.recordLogin(locked.id(), now, origin.agent());
        history.remember(locked.id(), LoginResult.SUCCESS, path, origin, id);
        yield new Opening.Opened(tokens);
      }
      case TokenIssuer.Refused(GateRefusal why) -> {
        history.remember(locked.id(), why.remembered(), path, origin, null);
        yield switch (why) {
          case DISABLED -> new Opening.AccountDisabled();
          case AGENT_NOT_ALLOWED -> new Opening.AgentNotAllowed();
          case FACTOR_MISSING -> challenge(locked, session, PASS);
          case ENROLMENT_MISSING -> challenge(locked, session, ENROL);
        };
      }
    };
  }

  private Opening challenge(User user, Session wanted, Set<MfaChallenge.Method> methods) {
    Instant expiresAt = wanted.authTime().truncatedTo(ChronoUnit.SECONDS).plus(MfaToken.LIFE);
    MfaToken token =
        new MfaToken(user.id(), wanted.id(), user.state().tokenVersion(), wanted.amr(), expiresAt);
    return new Opening.FactorRequired(
        new MfaChallenge(mfaTokens.sign(token), MfaToken.LIFE, methods));
  }
}
