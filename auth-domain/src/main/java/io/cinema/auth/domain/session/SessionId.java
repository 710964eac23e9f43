package io.cinema.auth.domain.session;

import io.cinema.auth.domain.value.Uuids;
import java.util.Optional;
import java.util.UUID;

/** Identifies a session: a UUIDv7 (RFC 9562), so that ids sort by the time they were made. */
public record SessionId(UUID value) {

  /** Reads an id that came from outside; empty when it is none. */
  public static Optional<SessionId> parse(String raw) {
    return Uuids.parse(raw).map(SessionId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
