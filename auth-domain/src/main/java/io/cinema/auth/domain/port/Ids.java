package io.cinema.auth.domain.port;

import java.util.UUID;

/** Makes new ids. */
public interface Ids {

  /** A UUIDv7 (RFC 9562). Identifies, and is no secret. */
  UUID next();
}
