package io.cinema.auth.application.signin;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.mfa.MfaToken;
import io.cinema.auth.domain.port.MfaTokenSigner;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.secret.Secret;
import java.time.InstantSource;
import java.util.Optional;

/** Tells what an mfa_token is worth now, and locks the account that it is for. */
public final class PendingSignIn {
  private final MfaTokenSigner mfaTokens;
  private final UserRepository users;
  private final SessionRepository sessions;
  private final InstantSource clock;

  public PendingSignIn(
      MfaTokenSigner mfaTokens,
      UserRepository users,
      SessionRepository sessions,
      InstantSource clock) {
    this.mfaTokens = mfaTokens;
    this.users = users;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A sign-in that waits for its second step. */
  record Waiting(User locked, MfaToken token) {}

  /** Before anything is locked: whether the token is ours and not expired. */
  Optional<MfaToken> read(Secret token) {
    return mfaTokens.read(token).filter(read -> read.livesAt(clock.instant()));
  }

  /**
   * Locks the account. Empty when the token has opened its session already, or the account was
   * changed since in a way that ends what was signed in before.
   */
  Optional<Waiting> lock(MfaToken token) {
    return users
        .lock(token.user())
        .filter(user -> user.state().tokenVersion() == token.version())
        .filter(_ -> sessions.find(token.session()).isEmpty())
        .map(user -> new Waiting(user, token));
  }
}
