package io.cinema.auth.adapter.crypto.token;

import io.cinema.auth.adapter.crypto.secret.HmacSha256;
import io.cinema.auth.domain.secret.Secret;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens of fixed length that say some bytes: a prefix, the bytes in base64url, a dot, and their
 * HMAC-SHA256 (32 bytes). The prefix lets secret scanners find a token that was published by
 * mistake; the key, one for each kind of token, keeps one kind from passing for another.
 */
final class HmacText {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final int BITS_A_CHARACTER = 6;
  private static final int MAC_CHARACTERS = 43;

  private final HmacSha256 hmac;
  private final String prefix;
  private final int dotAt;

  /**
   * @param length how many bytes every token says
   */
  HmacText(HmacSha256 hmac, String prefix, int length) {
    this.hmac = hmac;
    this.prefix = prefix;
    this.dotAt = prefix.length() + Math.ceilDiv(length * Byte.SIZE, BITS_A_CHARACTER);
  }

  Secret sign(byte[] said) {
    return Secret.of(
        prefix + ENCODER.encodeToString(said) + '.' + ENCODER.encodeToString(hmac.of(said)));
  }

  /**
   * What the token says. Signs that again and compares the texts in constant time: so only the one
   * spelling that {@link #sign} makes is read.
   */
  Optional<ByteBuffer> read(Secret token) {
    String text = token.reveal();
    if (text.length() != dotAt + 1 + MAC_CHARACTERS || !text.startsWith(prefix)) {
      return Optional.empty();
    }
    return decoded(text.substring(prefix.length(), dotAt))
        .filter(said -> sign(said).equals(token))
        .map(ByteBuffer::wrap);
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
