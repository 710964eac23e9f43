package io.cinema.auth.adapter.crypto.token;

import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.domain.port.RefreshTokenSigner;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.session.RefreshToken;
import io.cinema.auth.domain.session.SessionId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code cinema_rt_}, then in base64url session id (16 bytes) and generation (4), a dot, and
 * HMAC-SHA256 of both (32). The prefix lets secret scanners find a token that was published by
 * mistake.
 */
public final class HmacRefreshTokenSigner implements RefreshTokenSigner {
  private static final String PREFIX = "cinema_rt_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH = 32;
  private static final int SAID_LENGTH = 2 * Long.BYTES + Integer.BYTES;
  private static final int DOT_AT = PREFIX.length() + 27;
  private static final int TEXT_LENGTH = DOT_AT + 1 + 43;

  /** Never updated: every use works on a copy, which is cheaper than to set one up. */
  private final Mac keyed;

  public HmacRefreshTokenSigner(MasterKey masterKey) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(masterKey.derive("refresh-token", KEY_LENGTH), ALGORITHM));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has " + ALGORITHM, missing);
    }
  }

  @Override
  public Secret sign(RefreshToken token) {
    byte[] said = said(token);
    return Secret.of(PREFIX + base64(said) + '.' + base64(mac(said)));
  }

  /**
   * Signs again what the token says and compares the texts in constant time: so only the one
   * spelling that {@link #sign} makes is read.
   */
  @Override
  public Optional<RefreshToken> read(Secret token) {
    String text = token.reveal();
    if (text.length() != TEXT_LENGTH || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return claimed(text).filter(claimed -> sign(claimed).equals(token));
  }

  private static byte[] said(RefreshToken token) {
    UUID session = token.session().value();
    return ByteBuffer.allocate(SAID_LENGTH)
        .putLong(session.getMostSignificantBits())
        .putLong(session.getLeastSignificantBits())
        .putInt(token.generation())
        .array();
  }

  private static Optional<RefreshToken> claimed(String text) {
    try {
      byte[] said = Base64.getUrlDecoder().decode(text.substring(PREFIX.length(), DOT_AT));
      if (said.length != SAID_LENGTH) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(said);
      SessionId session = new SessionId(new UUID(bytes.getLong(), bytes.getLong()));
      return Optional.of(new RefreshToken(session, bytes.getInt()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private byte[] mac(byte[] said) {
    try {
      return ((Mac) keyed.clone()).doFinal(said);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the JDK's HMAC can be copied", impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
