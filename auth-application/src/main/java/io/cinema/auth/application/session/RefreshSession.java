package io.cinema.auth.application.session;

import io.cinema.auth.application.signin.IssuedTokens;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.secret.Secret;

/**
 * Trades a refresh token for fresh tokens. The rule is {@link
 * io.cinema.auth.domain.session.Rotation}.
 */
public interface RefreshSession {

  record Command(Secret refreshToken, Origin origin) {}

  /** What came of it. */
  sealed interface Result {}

  record Refreshed(IssuedTokens tokens) implements Result {}

  /** The session is over, or the token never was one; the client is not told which. */
  record Ended() implements Result {}

  Result refresh(Command command);
}
