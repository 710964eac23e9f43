package io.cinema.auth.domain.port;

import io.cinema.auth.domain.credential.Password;

/** Knows the passwords that everybody tries first. */
public interface CommonPasswords {

  /** Whether the password is among them, upper and lower case alike. */
  boolean contains(Password password);
}
