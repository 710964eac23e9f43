package io.cinema.auth.adapter.rest.session;

import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.Amr;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A device on which the person is signed in.
 *
 * @param createdAt when it signed in
 * @param lastUsedAt when it signed in or refreshed last
 * @param expiresAt when it is over unless it refreshes before
 * @param amr how the person proved who they are (RFC 8176)
 * @param current whether this request comes from it
 */
@Serdeable.Serializable
@Schema(name = "Session")
record SessionBody(
    @Schema(format = "uuid", example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e") String id,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    @Schema(example = "203.0.113.7") String ip,
    @Schema(example = "Mozilla/5.0 (X11; Linux x86_64)") String userAgent,
    List<String> amr,
    boolean current) {

  static SessionBody of(Session session, SessionId current) {
    return new SessionBody(
        session.id().toString(),
        session.authTime(),
        session.rotatedAt(),
        session.refreshableUntil(),
        session.origin().ip(),
        session.origin().agent().value(),
        session.amr().stream().map(Amr::claim).sorted().toList(),
        session.id().equals(current));
  }

  /** All of a person's devices, newest first. */
  @Serdeable.Serializable
  @Schema(name = "Sessions")
  record All(List<SessionBody> items) {}
}
