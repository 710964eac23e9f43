package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.adapter.oauth.http.UnfitAnswerException;
import io.cinema.auth.domain.social.Returned;
import io.cinema.auth.domain.social.SocialFlow;
import java.io.IOException;
import java.net.URI;

/** Trades a code for tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.5). */
final class CodeExchange {
  /** No network's codes come near it. */
  private static final int LONGEST_CODE = 4096;

  private final Credentials credentials;
  private final Network network;

  CodeExchange(Credentials credentials, Network network) {
    this.credentials = credentials;
    this.network = network;
  }

  AccessTokenResponse tokens(GuardedCall call, SocialFlow flow, Returned returned)
      throws IOException, RefusalException {
    HTTPRequest request = request(call, flow, returned);
    var answer = JsonBody.of(call.send(request), "the code was not taken");
    try {
      return AccessTokenResponse.parse(answer.object());
    } catch (ParseException _) {
      throw new UnfitAnswerException("an answer to a code that holds no token");
    }
  }

  private HTTPRequest request(GuardedCall call, SocialFlow flow, Returned returned)
      throws IOException, RefusalException {
    AuthorizationGrant grant =
        new AuthorizationCodeGrant(code(returned), flow.redirectUri(), CodeFlow.verifier(flow));
    URI endpoint = network.entrances(call).token();
    TokenRequest.Builder request =
        switch (network.proof(call)) {
          case FORM -> new TokenRequest.Builder(endpoint, credentials.inForm(), grant);
          case BASIC -> new TokenRequest.Builder(endpoint, credentials.inHeader(), grant);
          case NAME_ONLY -> new TokenRequest.Builder(endpoint, credentials.client(), grant);
        };
    network.tokenExtras(flow, returned).forEach(request::customParameter);
    return request.build().toHTTPRequest();
  }

  private static AuthorizationCode code(Returned returned) throws RefusalException {
    String code = returned.code().reveal();
    if (code.isBlank() || code.length() > LONGEST_CODE) {
      throw new RefusalException("what came back is no code");
    }
    return new AuthorizationCode(code);
  }
}
