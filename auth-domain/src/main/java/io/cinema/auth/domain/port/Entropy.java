package io.cinema.auth.domain.port;

import io.cinema.auth.domain.secret.Secret;

/** Makes secrets that nobody can guess. */
public interface Entropy {

  /** 32 random bytes in base64url without padding: 43 letters that are safe in a URL. */
  Secret token();
}
