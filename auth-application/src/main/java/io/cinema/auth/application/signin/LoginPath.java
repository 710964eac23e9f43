package io.cinema.auth.application.signin;

import io.cinema.auth.domain.login.LoginMethod;
import io.cinema.auth.domain.social.ProviderName;
import org.jspecify.annotations.Nullable;

/**
 * How somebody comes in, for the history.
 *
 * @param provider of {@link LoginMethod#SOCIAL}; null otherwise
 */
public record LoginPath(LoginMethod method, @Nullable ProviderName provider) {

  public static LoginPath of(LoginMethod method) {
    return new LoginPath(method, null);
  }

  public static LoginPath social(ProviderName provider) {
    return new LoginPath(LoginMethod.SOCIAL, provider);
  }
}
