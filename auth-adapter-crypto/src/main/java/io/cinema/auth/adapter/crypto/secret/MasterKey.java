package io.cinema.auth.adapter.crypto.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The one secret that the service is given. It never encrypts or signs by itself: every purpose has
 * a key of its own, derived by HKDF-SHA256 (RFC 5869), so that no two purposes share one.
 */
public final class MasterKey {
  private static final int LENGTH = 32;
  private static final String ADVICE =
      "AUTH_MASTER_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32";

  private final byte[] bytes;

  private MasterKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param base64 32 bytes as {@code openssl rand -base64 32} prints them
   * @throws IllegalArgumentException for anything else; says what to set, and not what was found
   */
  public static MasterKey ofBase64(String base64) {
    byte[] bytes = decoded(base64.strip());
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(ADVICE);
    }
    return new MasterKey(bytes);
  }

  /**
   * The key for one purpose, always the same.
   *
   * @param purpose names what the key is for; part of every key, so it must never change
   */
  public byte[] derive(String purpose, int length) {
    byte[] info = ("cinema-auth/v1/" + purpose).getBytes(StandardCharsets.UTF_8);
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(HKDFParameterSpec.ofExtract().addIKM(bytes).thenExpand(info, length));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HKDF-SHA256", missing);
    }
  }

  @Override
  public String toString() {
    return "[redacted]";
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      // Its message tells the offending character, which is part of the secret.
      return new byte[0];
    }
  }
}
