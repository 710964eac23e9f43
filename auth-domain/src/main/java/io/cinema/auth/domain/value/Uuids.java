package io.cinema.auth.domain.value;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads UUIDs that came from outside. */
public final class Uuids {
  private static final int TEXT_LENGTH = 36;

  private Uuids() {}

  /** The UUID in its one canonical spelling of 36 characters, any case; empty for anything else. */
  public static Optional<UUID> parse(String raw) {
    if (raw.length() != TEXT_LENGTH) {
      return Optional.empty();
    }
    try {
      UUID uuid = UUID.fromString(raw);
      return uuid.toString().equals(raw.toLowerCase(Locale.ROOT))
          ? Optional.of(uuid)
          : Optional.empty();
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }
}
