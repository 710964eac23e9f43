package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import java.io.IOException;
import java.net.URI;

/** Asks for what a token is good for. */
final class UserInfo {
  static final String REFUSED = "the network does not tell who it is";

  private UserInfo() {}

  /**
   * @param authorization the header
   */
  static JsonBody get(GuardedCall call, URI endpoint, String authorization)
      throws IOException, RefusalException {
    return JsonBody.of(answer(call, endpoint, authorization), REFUSED);
  }

  static HTTPResponse answer(GuardedCall call, URI endpoint, String authorization)
      throws IOException {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, endpoint);
    request.setAuthorization(authorization);
    return call.send(request);
  }
}
