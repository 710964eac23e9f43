package io.cinema.auth.adapter.oauth;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.Returned;
import io.cinema.auth.domain.social.SocialFlow;
import io.cinema.auth.domain.social.SocialProfile;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * VK ID: wants {@code device_id} and {@code state} with the code and gives the state back; user
 * info is a POST. It knows us by PKCE and our name, and does not say whether an e-mail is verified.
 */
class Vk implements Network {
  private static final String ISSUER = "https://id.vk.ru";
  private static final int LONGEST_DEVICE_ID = 1024;

  private final ProviderSettings settings;

  Vk(ProviderSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> scopes() {
    return List.of("vkid.personal_info", "email");
  }

  @Override
  public Entrances entrances(GuardedCall call) {
    return new Entrances(
        Endpoints.or(settings.endpoints().authorization(), ISSUER + "/authorize"),
        Endpoints.or(settings.endpoints().token(), ISSUER + "/oauth2/auth"));
  }

  @Override
  public ClientProof proof(GuardedCall call) {
    return ClientProof.NAME_ONLY;
  }

  @Override
  public Map<String, String> tokenExtras(SocialFlow flow, Returned returned)
      throws RefusalException {
    String device = returned.deviceId();
    if (device == null || device.isBlank() || device.length() > LONGEST_DEVICE_ID) {
      throw new RefusalException("what came back has no device_id");
    }
    return Map.of("device_id", device, "state", flow.state().reveal());
  }

  @Override
  public SocialProfile profile(GuardedCall call, SocialFlow flow, AccessTokenResponse tokens)
      throws IOException, RefusalException {
    if (!(tokens.getCustomParameters().get("state") instanceof String state)
        || !flow.state().equals(Secret.of(state))) {
      throw new RefusalException("the tokens are of another flow");
    }
    JsonBody user =
        JsonBody.of(
                call.send(request(tokens.getTokens().getAccessToken().getValue())),
                UserInfo.REFUSED)
            .inner("user");
    return new Told(
            user.text("email"), false, null, user.text("first_name"), user.text("last_name"))
        .by(
            settings.name(),
            Objects.requireNonNullElse(settings.issuer(), ISSUER),
            user.text("user_id"));
  }

  private HTTPRequest request(String accessToken) {
    URI endpoint = Endpoints.or(settings.endpoints().userInfo(), ISSUER + "/oauth2/user_info");
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, endpoint);
    request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
    request.setBody(
        URLUtils.serializeParameters(
            Map.of(
                "client_id", List.of(Objects.requireNonNull(settings.clientId())),
                "access_token", List.of(accessToken))));
    return request;
  }
}
