package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * What the service is and what it is trusted with.
 *
 * @param issuer {@code AUTH_ISSUER}: the address clients reach it at, without a trailing slash;
 *     {@code iss} of its tokens
 * @param masterKey {@code AUTH_MASTER_KEY}: 32 bytes in base64, from which all other keys are
 *     derived
 */
@ConfigurationProperties("auth")
public record ServiceConfiguration(
    @Bindable(defaultValue = "production") Mode mode, @Nullable String issuer, String masterKey) {

  /** How forgiving the start is: {@code AUTH_MODE}. */
  public enum Mode {
    /** {@code bin/run}: the issuer may be left out. */
    DEV,
    PRODUCTION
  }

  @Override
  public String toString() {
    return "ServiceConfiguration[mode=" + mode + ", issuer=" + issuer + "]";
  }
}
