package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.RecoveryCodeHash;
import io.cinema.auth.domain.port.RecoveryCodeGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Random codes, and a plain SHA-256 of user and code. */
public final class MemoryRecoveryCodeGenerator implements RecoveryCodeGenerator {
  private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int CODE_CHARACTERS = 16;

  private final SecureRandom random = new SecureRandom();

  @Override
  public Set<RecoveryCode> newSet() {
    Set<RecoveryCode> set = new LinkedHashSet<>();
    while (set.size() < RecoveryCode.SET) {
      set.add(RecoveryCode.of(characters()));
    }
    return set;
  }

  @Override
  public RecoveryCodeHash hash(UserId user, RecoveryCode code) {
    byte[] text = (user + " " + code.reveal()).getBytes(StandardCharsets.US_ASCII);
    try {
      return RecoveryCodeHash.of(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private String characters() {
    return random
        .ints(CODE_CHARACTERS, 0, CHARACTERS.length())
        .mapToObj(i -> CHARACTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
