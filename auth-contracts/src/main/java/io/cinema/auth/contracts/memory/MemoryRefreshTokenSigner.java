package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.port.RefreshTokenSigner;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.session.RefreshToken;
import io.cinema.auth.domain.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Refresh tokens signed by the JDK's HMAC. */
public final class MemoryRefreshTokenSigner implements RefreshTokenSigner {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LONGEST = 200;
  private static final Pattern SHAPE =
      Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,10})\\.[A-Za-z0-9_-]{43}");

  private final SecretKeySpec key;

  public MemoryRefreshTokenSigner(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  @Override
  public Secret sign(RefreshToken token) {
    String said = token.session() + "." + token.generation();
    return Secret.of(said + "." + hmac(said));
  }

  /** Reads the parts and signs them again: what differs from that in any character is none. */
  @Override
  public Optional<RefreshToken> read(Secret token) {
    String text = token.reveal();
    Matcher parts = SHAPE.matcher(text);
    if (text.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    long generation = Long.parseLong(parts.group(2));
    if (generation > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    return SessionId.parse(parts.group(1))
        .map(session -> new RefreshToken(session, (int) generation))
        .filter(said -> sign(said).equals(token));
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
