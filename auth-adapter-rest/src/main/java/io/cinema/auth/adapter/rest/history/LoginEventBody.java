package io.cinema.auth.adapter.rest.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.paging.Page;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to sign in.
 *
 * @param result how it ended: {@code success}, or why not: {@code unknown_login}, {@code
 *     wrong_password}, {@code wrong_code} and others that may be added
 * @param method how it was tried: {@code password}, {@code social}, {@code totp}, {@code
 *     recovery_code}, {@code refresh}
 * @param provider the social network, if one was used
 * @param newAgent whether this user agent signed in for the first time
 * @param sessionId the session that it opened or ended
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "LoginEvent")
record LoginEventBody(
    @Schema(format = "uuid", example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e") String id,
    Instant at,
    @Schema(example = "success") String result,
    @Schema(example = "password") String method,
    @Nullable String provider,
    @Schema(example = "203.0.113.7") String ip,
    @Schema(example = "Mozilla/5.0 (X11; Linux x86_64)") String userAgent,
    boolean newAgent,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid")
        @Nullable String sessionId) {

  static LoginEventBody of(LoginEvent event) {
    return new LoginEventBody(
        event.id().toString(),
        event.at(),
        event.result().name().toLowerCase(Locale.ROOT),
        event.method().name().toLowerCase(Locale.ROOT),
        event.provider() == null ? null : event.provider().value(),
        event.origin().ip(),
        event.origin().agent().value(),
        event.newAgent(),
        event.session() == null ? null : event.session().toString());
  }

  /**
   * A part of the history, newest first.
   *
   * @param nextCursor send it as {@code cursor} for the next part; null when there is none
   */
  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "LoginHistory")
  record Part(List<LoginEventBody> items, @Nullable String nextCursor) {
    static Part of(Page<LoginEvent> page) {
      return new Part(
          page.items().stream().map(LoginEventBody::of).toList(),
          page.next() == null ? null : page.next().word());
    }
  }
}
