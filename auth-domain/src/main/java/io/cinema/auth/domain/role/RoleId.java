package io.cinema.auth.domain.role;

import io.cinema.auth.domain.value.Uuids;
import java.util.Optional;
import java.util.UUID;

/** Identifies a role: a UUIDv7 (RFC 9562), so that ids sort by the time they were made. */
public record RoleId(UUID value) {

  /** Reads an id that came from outside; empty when it is none. */
  public static Optional<RoleId> parse(String raw) {
    return Uuids.parse(raw).map(RoleId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
