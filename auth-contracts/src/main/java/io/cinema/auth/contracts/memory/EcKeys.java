package io.cinema.auth.contracts.memory;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Key pairs on P-256 by the JDK alone. */
public final class EcKeys {
  private static final int COORDINATE_BYTES = 32;

  private EcKeys() {}

  public static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The public half as a JWK (RFC 7517). */
  public static String publicJwk(String kid, KeyPair pair) {
    if (!(pair.getPublic() instanceof ECPublicKey key)) {
      throw new IllegalArgumentException("not an EC key");
    }
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
        .formatted(kid, coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
  }

  /** A coordinate at its full length, RFC 7518 section 6.2.1.2. */
  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] full = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, full, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(full);
  }
}
