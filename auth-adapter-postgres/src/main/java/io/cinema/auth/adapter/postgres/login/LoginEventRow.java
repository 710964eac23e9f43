package io.cinema.auth.adapter.postgres.login;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.LoginMethod;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.login.UserAgent;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.social.ProviderName;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code auth.login_events}. */
@MappedEntity(value = "login_events", schema = "auth")
record LoginEventRow(
    @Id UUID id,
    @Nullable UUID userId,
    Instant at,
    String result,
    String method,
    @Nullable String provider,
    String ip,
    String userAgent,
    boolean newAgent,
    @Nullable UUID sessionId) {

  LoginEvent event() {
    return new LoginEvent(
        id,
        userId == null ? null : new UserId(userId),
        at,
        Columns.word(result, LoginResult.class, LoginResult.OTHER),
        Columns.word(method, LoginMethod.class, LoginMethod.OTHER),
        provider == null ? null : new ProviderName(provider),
        new Origin(ip, new UserAgent(userAgent)),
        newAgent,
        sessionId == null ? null : new SessionId(sessionId));
  }
}
