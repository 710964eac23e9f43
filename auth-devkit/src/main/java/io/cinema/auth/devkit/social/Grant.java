package io.cinema.auth.devkit.social;

import java.time.Instant;

/**
 * A person's yes.
 *
 * @param deviceId what VK ID tells in the redirect and asks for in return
 */
record Grant(AuthorizationRequest request, FakePerson person, String deviceId, Instant at) {

  boolean includes(String scope) {
    return request.scopes().contains(scope);
  }
}
