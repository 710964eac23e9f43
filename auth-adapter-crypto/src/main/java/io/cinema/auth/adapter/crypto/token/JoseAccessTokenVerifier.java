package io.cinema.auth.adapter.crypto.token;

import io.cinema.auth.domain.port.AccessTokenVerifier;
import io.cinema.auth.domain.token.SignedClaims;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;

/** Verifies with the ring's keys, and a token that comes again only by its fingerprint. */
public final class JoseAccessTokenVerifier implements AccessTokenVerifier {
  private final JoseKeyRing ring;
  private final VerifierSettings settings;
  private final GoodSignatures good;

  public JoseAccessTokenVerifier(JoseKeyRing ring, InstantSource clock, VerifierSettings settings) {
    this.ring = ring;
    this.settings = settings;
    this.good = new GoodSignatures(ring, clock, settings.rememberedTokens());
  }

  @Override
  public Outcome verify(String token) {
    if (token.length() > settings.longestToken()) {
      return new Malformed();
    }
    Optional<SignedClaims> remembered = good.find(token);
    if (remembered.isPresent()) {
      return new Signed(remembered.get());
    }
    try {
      return examine(token);
    } catch (ParseException notOurs) {
      return new Malformed();
    }
  }

  private Outcome examine(String text) throws ParseException {
    CompactToken token = CompactToken.parse(text);
    Optional<OpenedKey> key = ring.find(token.kid());
    if (key.isEmpty()) {
      return new UnknownKey();
    }
    if (!token.isSignedBy(key.get())) {
      return new BadSignature();
    }
    SignedClaims claims = StrictClaims.read(token.type(), token.claims());
    good.remember(text, token.kid(), claims);
    return new Signed(claims);
  }
}
