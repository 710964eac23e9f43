package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.domain.social.SocialFlow;
import io.cinema.auth.domain.social.SocialProfile;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Yandex ID: no ID token; user info by {@code Authorization: OAuth}, which must be for us. It does
 * not say whether an e-mail is verified.
 */
final class Yandex implements Network {
  private static final String ISSUER = "https://oauth.yandex.ru";

  private final ProviderSettings settings;

  Yandex(ProviderSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> scopes() {
    return List.of("login:email", "login:info");
  }

  @Override
  public Entrances entrances(GuardedCall call) {
    return new Entrances(
        Endpoints.or(settings.endpoints().authorization(), ISSUER + "/authorize"),
        Endpoints.or(settings.endpoints().token(), ISSUER + "/token"));
  }

  @Override
  public ClientProof proof(GuardedCall call) {
    return ClientProof.FORM;
  }

  @Override
  public SocialProfile profile(GuardedCall call, SocialFlow flow, AccessTokenResponse tokens)
      throws IOException, RefusalException {
    URI endpoint =
        Endpoints.or(settings.endpoints().userInfo(), "https://login.yandex.ru/info?format=json");
    JsonBody info =
        UserInfo.get(call, endpoint, "OAuth " + tokens.getTokens().getAccessToken().getValue());
    if (!Objects.equals(info.text("client_id"), settings.clientId())) {
      throw new RefusalException("the user info is for another application");
    }
    return new Told(
            info.text("default_email"),
            false,
            info.text("login"),
            info.text("first_name"),
            info.text("last_name"))
        .by(
            settings.name(),
            Objects.requireNonNullElse(settings.issuer(), ISSUER),
            info.text("id"));
  }
}
