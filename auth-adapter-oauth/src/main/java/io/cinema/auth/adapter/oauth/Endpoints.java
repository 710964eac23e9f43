package io.cinema.auth.adapter.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider is, when it is not where it always is. With OpenID Connect discovery tells.
 *
 * @param emails GitHub's list of e-mails
 */
public record Endpoints(
    @Nullable URI authorization,
    @Nullable URI token,
    @Nullable URI userInfo,
    @Nullable URI emails) {
  public static final Endpoints DEFAULT = new Endpoints(null, null, null, null);

  static URI or(@Nullable URI configured, String otherwise) {
    return configured == null ? URI.create(otherwise) : configured;
  }
}
