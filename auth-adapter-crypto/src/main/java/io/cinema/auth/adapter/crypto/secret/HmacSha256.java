package io.cinema.auth.adapter.crypto.secret;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) under a key of its own. */
public final class HmacSha256 {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH = 32;

  /** Never updated: every use works on a copy, which is cheaper than to set one up. */
  private final Mac keyed;

  /**
   * @param purpose names what the key is for, see {@link MasterKey#derive}
   */
  public HmacSha256(MasterKey masterKey, String purpose) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(masterKey.derive(purpose, KEY_LENGTH), ALGORITHM));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has " + ALGORITHM, missing);
    }
  }

  /** 32 bytes. */
  public byte[] of(byte[] message) {
    try {
      return ((Mac) keyed.clone()).doFinal(message);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the JDK's HMAC can be copied", impossible);
    }
  }
}
