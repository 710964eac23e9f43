package io.cinema.auth.adapter.crypto.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.adapter.crypto.secret.UnsealException;
import io.cinema.auth.domain.port.KeyRing;
import io.cinema.auth.domain.token.SigningKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The opened keys, replaced as a whole. Empty until first loaded. */
public final class JoseKeyRing implements KeyRing {
  private static final Comparator<OpenedKey> NEWEST_FIRST =
      Comparator.comparingInt((OpenedKey k) -> k.stored().generation()).reversed();

  private final SealedJwk sealed;
  private final InstantSource clock;
  private volatile Keys keys = new Keys(List.of());

  public JoseKeyRing(MasterKey masterKey, InstantSource clock) {
    this.sealed = new SealedJwk(masterKey);
    this.clock = clock;
  }

  /**
   * @throws UnsealException when a key cannot be opened, names it and says why; the keys that were
   *     loaded before stay
   */
  @Override
  public void load(List<SigningKey> published) {
    keys = new Keys(published.stream().map(this::opened).sorted(NEWEST_FIRST).toList());
  }

  /** The public keys as a JWK set (RFC 7517 section 5), newest first, for verifiers elsewhere. */
  public String jwks() {
    return keys.jwks;
  }

  /** The newest key whose time has come. */
  Optional<OpenedKey> active() {
    Instant now = clock.instant();
    return keys.newestFirst.stream().filter(k -> !k.stored().activeFrom().isAfter(now)).findFirst();
  }

  Optional<OpenedKey> find(String kid) {
    return Optional.ofNullable(keys.byId.get(kid));
  }

  private OpenedKey opened(SigningKey stored) {
    return find(stored.id())
        .filter(k -> k.stored().equals(stored))
        .orElseGet(() -> new OpenedKey(stored, sealed.open(stored)));
  }

  private static final class Keys {
    private final List<OpenedKey> newestFirst;
    private final Map<String, OpenedKey> byId = new HashMap<>();
    private final String jwks;

    Keys(List<OpenedKey> newestFirst) {
      this.newestFirst = newestFirst;
      newestFirst.forEach(k -> byId.put(k.id(), k));
      List<JWK> published = newestFirst.stream().<JWK>map(OpenedKey::publicJwk).toList();
      jwks = new JWKSet(published).toString(true);
    }
  }
}
