package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.mfa.Provisioning;
import io.cinema.auth.domain.mfa.TotpCheck;
import io.cinema.auth.domain.mfa.TotpCode;
import io.cinema.auth.domain.mfa.TotpSecret;
import io.cinema.auth.domain.port.TotpGenerator;
import io.cinema.auth.domain.secret.Secret;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Real codes by the JDK's HMAC; the image is one white pixel. */
public final class MemoryTotpGenerator implements TotpGenerator {
  private static final String ALGORITHM = "HmacSHA1";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_LETTERS = 32;
  private static final int SECRET_BYTES = 20;
  private static final String WHITE_PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

  private final SecureRandom random = new SecureRandom();
  private final String issuer;

  /**
   * @param issuer what an app shows above the login
   */
  public MemoryTotpGenerator(String issuer) {
    this.issuer = issuer;
  }

  @Override
  public TotpSecret newSecret() {
    return TotpSecret.ofBase32(
        random
            .ints(SECRET_LETTERS, 0, BASE32.length())
            .mapToObj(i -> BASE32.substring(i, i + 1))
            .collect(Collectors.joining()));
  }

  /** RFC 4226 section 5.3. */
  @Override
  public TotpCode codeAt(TotpSecret secret, long step) {
    byte[] mac = hmac(bytes(secret), ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & 0x0F;
    int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
    return TotpCode.of(String.format(Locale.ROOT, "%06d", number % 1_000_000));
  }

  @Override
  public Provisioning provision(TotpSecret secret, Login login) {
    String uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
            .formatted(
                encoded(issuer),
                encoded(login.shown()),
                secret.reveal(),
                encoded(issuer),
                TotpCode.DIGITS,
                TotpCheck.STEP.toSeconds());
    return new Provisioning(secret, Secret.of(uri), Secret.of(WHITE_PIXEL));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Each letter is five bits, RFC 4648 section 6. */
  private static byte[] bytes(TotpSecret secret) {
    BigInteger bits = BigInteger.ZERO;
    for (char letter : secret.reveal().toCharArray()) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letter)));
    }
    byte[] bytes = new byte[SECRET_BYTES];
    for (int i = SECRET_BYTES - 1; i >= 0; i--) {
      bytes[i] = bits.byteValue();
      bits = bits.shiftRight(Byte.SIZE);
    }
    return bytes;
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
