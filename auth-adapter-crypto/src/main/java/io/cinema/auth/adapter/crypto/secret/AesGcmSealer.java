package io.cinema.auth.adapter.crypto.secret;

import io.cinema.auth.domain.secret.SealedBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Seals small secrets for one purpose with AES-256-GCM (NIST SP 800-38D), so that a database keeps
 * them and cannot read, change or swap them.
 *
 * <p>Layout: format (1 byte), id of the master key (4), nonce (12), ciphertext and tag (16). The
 * tag also covers format, key id, purpose and context.
 */
public final class AesGcmSealer {
  private static final byte FORMAT = 1;
  private static final int KEY_LENGTH = 32;
  private static final int KEY_ID_LENGTH = 4;
  private static final int HEADER_LENGTH = 1 + KEY_ID_LENGTH;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_LENGTH = 16;

  private final SecureRandom random = new SecureRandom();
  private final String purpose;
  private final byte[] header;
  private final KeyParameter key;

  /**
   * @param purpose names what is sealed, such as {@code signing-key}; sealers of two purposes
   *     cannot open each other's
   */
  public AesGcmSealer(MasterKey masterKey, String purpose) {
    this.purpose = purpose;
    this.key = new KeyParameter(masterKey.derive("seal/" + purpose, KEY_LENGTH));
    this.header =
        ByteBuffer.allocate(HEADER_LENGTH)
            .put(FORMAT)
            .put(masterKey.derive("key-id", KEY_ID_LENGTH))
            .array();
  }

  /**
   * @param context what the secret belongs to, such as the id of its row; needed to open it
   */
  public SealedBytes seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    GCMModeCipher cipher = cipher(true, nonce, context);
    byte[] sealed = new byte[HEADER_LENGTH + NONCE_LENGTH + plain.length + TAG_LENGTH];
    System.arraycopy(header, 0, sealed, 0, HEADER_LENGTH);
    System.arraycopy(nonce, 0, sealed, HEADER_LENGTH, NONCE_LENGTH);
    try {
      run(cipher, plain, 0, plain.length, sealed, HEADER_LENGTH + NONCE_LENGTH);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException("encryption checks no tag", impossible);
    }
    return SealedBytes.of(sealed);
  }

  /**
   * What was sealed; the caller wipes it after use.
   *
   * @throws UnsealException when it was sealed elsewhere, for something else, or was changed
   */
  public byte[] open(SealedBytes sealed, String context) {
    byte[] bytes = sealed.bytes();
    checkHeader(bytes, context);
    int start = HEADER_LENGTH + NONCE_LENGTH;
    byte[] nonce = Arrays.copyOfRange(bytes, HEADER_LENGTH, start);
    byte[] plain = new byte[bytes.length - start - TAG_LENGTH];
    try {
      run(cipher(false, nonce, context), bytes, start, bytes.length - start, plain, 0);
      return plain;
    } catch (InvalidCipherTextException changed) {
      Arrays.fill(plain, (byte) 0);
      throw unopened(context, UnsealException.Reason.DAMAGED, changed);
    }
  }

  private void checkHeader(byte[] bytes, String context) {
    if (bytes.length > 0 && bytes[0] != FORMAT) {
      throw unopened(context, UnsealException.Reason.UNKNOWN_FORMAT, null);
    }
    if (bytes.length < HEADER_LENGTH + NONCE_LENGTH + TAG_LENGTH) {
      throw unopened(context, UnsealException.Reason.DAMAGED, null);
    }
    if (!MessageDigest.isEqual(header, Arrays.copyOf(bytes, HEADER_LENGTH))) {
      throw unopened(context, UnsealException.Reason.OTHER_MASTER_KEY, null);
    }
  }

  private GCMModeCipher cipher(boolean encrypt, byte[] nonce, String context) {
    byte[] place = (purpose + '\0' + context).getBytes(StandardCharsets.UTF_8);
    byte[] covered =
        ByteBuffer.allocate(HEADER_LENGTH + place.length).put(header).put(place).array();
    GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(encrypt, new AEADParameters(key, TAG_LENGTH * Byte.SIZE, nonce, covered));
    return cipher;
  }

  private static void run(
      GCMModeCipher cipher, byte[] in, int inAt, int length, byte[] out, int outAt)
      throws InvalidCipherTextException {
    int written = cipher.processBytes(in, inAt, length, out, outAt);
    cipher.doFinal(out, outAt + written);
  }

  private UnsealException unopened(
      String context, UnsealException.Reason reason, @Nullable Throwable cause) {
    return new UnsealException(purpose + " " + context, reason, cause);
  }
}
