package io.cinema.auth.adapter.crypto.mfa;

import io.cinema.auth.adapter.crypto.secret.HmacSha256;
import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.RecoveryCodeHash;
import io.cinema.auth.domain.port.RecoveryCodeGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Recovery codes by java-totp: sixteen of 36 characters, 82 bits. Their hash is an HMAC-SHA256 of
 * user id (16 bytes) and code: without the master key the table of hashes can't even be guessed at.
 */
public final class HmacRecoveryCodeGenerator implements RecoveryCodeGenerator {
  private final dev.samstevens.totp.recovery.RecoveryCodeGenerator codes =
      new dev.samstevens.totp.recovery.RecoveryCodeGenerator();
  private final HmacSha256 hmac;

  public HmacRecoveryCodeGenerator(MasterKey masterKey) {
    hmac = new HmacSha256(masterKey, "recovery-code");
  }

  @Override
  public Set<RecoveryCode> newSet() {
    Set<RecoveryCode> set = new LinkedHashSet<>();
    while (set.size() < RecoveryCode.SET) {
      set.add(RecoveryCode.of(codes.generateCodes(1)[0]));
    }
    return set;
  }

  @Override
  public RecoveryCodeHash hash(UserId user, RecoveryCode code) {
    byte[] letters = code.reveal().getBytes(StandardCharsets.US_ASCII);
    UUID id = user.value();
    byte[] message =
        ByteBuffer.allocate(2 * Long.BYTES + letters.length)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .put(letters)
            .array();
    try {
      return RecoveryCodeHash.of(hmac.of(message));
    } finally {
      Arrays.fill(letters, (byte) 0);
      Arrays.fill(message, (byte) 0);
    }
  }
}
