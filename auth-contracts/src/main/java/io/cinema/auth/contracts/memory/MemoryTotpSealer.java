package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.TotpSecret;
import io.cinema.auth.domain.port.TotpSealer;
import io.cinema.auth.domain.secret.SealedBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Nonce and AES-GCM by the JDK, with the user's id as what is authenticated beside. */
public final class MemoryTotpSealer implements TotpSealer {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  /**
   * @param key 32 bytes
   */
  public MemoryTotpSealer(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  @Override
  public SealedBytes seal(UserId user, TotpSecret secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] encrypted =
          cipher(Cipher.ENCRYPT_MODE, nonce, user)
              .doFinal(secret.reveal().getBytes(StandardCharsets.US_ASCII));
      return SealedBytes.of(
          ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array());
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public TotpSecret open(UserId user, SealedBytes sealed) {
    byte[] bytes = sealed.bytes();
    byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    int length = Math.max(0, bytes.length - NONCE_BYTES);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, user).doFinal(bytes, bytes.length - length, length);
      return TotpSecret.ofBase32(new String(plain, StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException changed) {
      throw new IllegalStateException("the secret of " + user + " cannot be opened", changed);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, UserId user) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(user.toString().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
