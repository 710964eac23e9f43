package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.adapter.oauth.http.UnfitAnswerException;
import io.cinema.auth.domain.social.SocialFlow;
import io.cinema.auth.domain.social.SocialProfile;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.minidev.json.JSONArray;
import org.jspecify.annotations.Nullable;

/**
 * GitHub: a number for a subject; one field for the whole name; e-mails are a list of their own, of
 * which only the primary one counts, and only if it is verified.
 */
final class Github implements Network {
  private static final String ISSUER = "https://github.com";
  private static final String API = "https://api.github.com";

  private final ProviderSettings settings;

  Github(ProviderSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> scopes() {
    return List.of("read:user", "user:email");
  }

  @Override
  public Entrances entrances(GuardedCall call) {
    return new Entrances(
        Endpoints.or(settings.endpoints().authorization(), ISSUER + "/login/oauth/authorize"),
        Endpoints.or(settings.endpoints().token(), ISSUER + "/login/oauth/access_token"));
  }

  @Override
  public ClientProof proof(GuardedCall call) {
    return ClientProof.FORM;
  }

  @Override
  public SocialProfile profile(GuardedCall call, SocialFlow flow, AccessTokenResponse tokens)
      throws IOException, RefusalException {
    String authorization = tokens.getTokens().getAccessToken().toAuthorizationHeader();
    URI endpoint = Endpoints.or(settings.endpoints().userInfo(), API + "/user");
    JsonBody user = UserInfo.get(call, endpoint, authorization);
    String email = primaryEmail(call, authorization);
    // A guess that the person can put right.
    String[] names = Objects.requireNonNullElse(user.text("name"), "").strip().split(" ", 2);
    return new Told(
            email, email != null, user.text("login"), names[0], names.length == 2 ? names[1] : null)
        .by(
            settings.name(),
            Objects.requireNonNullElse(settings.issuer(), ISSUER),
            user.wholeNumber("id"));
  }

  private @Nullable String primaryEmail(GuardedCall call, String authorization) throws IOException {
    URI endpoint = Endpoints.or(settings.endpoints().emails(), API + "/user/emails");
    HTTPResponse answer = UserInfo.answer(call, endpoint, authorization);
    if (!answer.indicatesSuccess()) {
      // So it is for somebody who did not let us have their e-mails.
      return null;
    }
    for (Object entry : list(answer)) {
      if (entry instanceof Map<?, ?> email
          && Boolean.TRUE.equals(email.get("primary"))
          && Boolean.TRUE.equals(email.get("verified"))
          && email.get("email") instanceof String address) {
        return address;
      }
    }
    return null;
  }

  private static JSONArray list(HTTPResponse answer) throws UnfitAnswerException {
    try {
      return answer.getBodyAsJSONArray();
    } catch (ParseException _) {
      throw new UnfitAnswerException("an answer that is no JSON array");
    }
  }
}
