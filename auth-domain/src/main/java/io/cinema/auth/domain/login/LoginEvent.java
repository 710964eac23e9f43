package io.cinema.auth.domain.login;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.social.ProviderName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the login history.
 *
 * @param id UUIDv7; orders events of one instant
 * @param user null when the login that was tried belongs to nobody
 * @param provider the social network, for {@link LoginMethod#SOCIAL}
 * @param newAgent whether this user never signed in with this agent before; the store finds out
 *     when it keeps a success
 * @param session the session that was opened or ended by it
 */
public record LoginEvent(
    UUID id,
    @Nullable UserId user,
    Instant at,
    LoginResult result,
    LoginMethod method,
    @Nullable ProviderName provider,
    Origin origin,
    boolean newAgent,
    @Nullable SessionId session) {

  public LoginEvent withNewAgent(boolean isNew) {
    return new LoginEvent(id, user, at, result, method, provider, origin, isNew, session);
  }
}
