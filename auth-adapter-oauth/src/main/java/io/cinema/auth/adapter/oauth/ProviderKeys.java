package io.cinema.auth.adapter.oauth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.adapter.oauth.http.UnfitAnswerException;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The public keys of an OpenID Connect provider. */
final class ProviderKeys {
  private static final Duration LIFE = Duration.ofHours(1);

  /** Between two looks for a key that is not there. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  interface Place {
    URI find(GuardedCall call) throws IOException;
  }

  private final Cached<JWKSet> keys;

  ProviderKeys(Place place, InstantSource clock) {
    this.keys = new Cached<>(call -> fetch(place.find(call), call), LIFE, clock);
  }

  /** For Nimbus, as part of one call; throws {@link RemoteKeySourceException} for an outage. */
  JWKSource<SecurityContext> during(GuardedCall call) {
    return (selector, _) -> select(selector, call);
  }

  private List<JWK> select(JWKSelector selector, GuardedCall call) throws KeySourceException {
    try {
      Cached.Copy<JWKSet> known = keys.get(call);
      List<JWK> found = selector.select(known.value());
      // A new key that was not there when we looked.
      return found.isEmpty() ? selector.select(keys.after(known, PAUSE, call).value()) : found;
    } catch (IOException away) {
      throw new RemoteKeySourceException("no keys", away);
    }
  }

  private static JWKSet fetch(URI place, GuardedCall call) throws IOException {
    HTTPResponse answer = call.send(new HTTPRequest(HTTPRequest.Method.GET, place));
    if (!answer.indicatesSuccess()) {
      throw new UnfitAnswerException("keys with status " + answer.getStatusCode());
    }
    try {
      return JWKSet.parse(answer.getBody());
    } catch (ParseException _) {
      throw new UnfitAnswerException("keys that make no sense");
    }
  }
}
