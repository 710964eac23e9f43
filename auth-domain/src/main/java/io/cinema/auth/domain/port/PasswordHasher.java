package io.cinema.auth.domain.port;

import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordHash;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords slowly, and no more of them at a time than the machine can bear. Every method
 * but {@link #outdated} throws {@link PortUnavailableException} with {@code OVERLOADED}, within a
 * second, when too many are waiting.
 */
public interface PasswordHasher {

  /**
   * Throws at once when a hash asked for now would be refused: spares the work that comes before
   * one.
   */
  default void requireRoom() {}

  PasswordHash hash(Password password);

  /**
   * Whether the password is the one that was hashed.
   *
   * @param hash null for an account that is not there or has no password: costs as much, and is
   *     false
   */
  boolean matches(Password password, @Nullable PasswordHash hash);

  /**
   * Whether the hash was made with weaker settings than today's, so that it should be made anew.
   */
  boolean outdated(PasswordHash hash);
}
