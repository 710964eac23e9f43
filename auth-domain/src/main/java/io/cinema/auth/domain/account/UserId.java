package io.cinema.auth.domain.account;

import io.cinema.auth.domain.value.Uuids;
import java.util.Optional;
import java.util.UUID;

/** Identifies a user for ever: a UUIDv7 (RFC 9562), so that ids sort by the time they were made. */
public record UserId(UUID value) {

  /** Reads an id that came from outside; empty when it is none. */
  public static Optional<UserId> parse(String raw) {
    return Uuids.parse(raw).map(UserId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
