package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.MfaToken;
import io.cinema.auth.domain.port.MfaTokenSigner;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.Amr;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens in plain words, signed by the JDK's HMAC. */
public final class MemoryMfaTokenSigner implements MfaTokenSigner {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LONGEST = 300;

  private final SecretKeySpec key;

  public MemoryMfaTokenSigner(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  @Override
  public Secret sign(MfaToken token) {
    String passed =
        Arrays.stream(Amr.values())
            .filter(token.passed()::contains)
            .map(Amr::name)
            .collect(Collectors.joining("-"));
    String said =
        String.join(
            ".",
            "mfa",
            token.user().toString(),
            token.session().toString(),
            Long.toString(token.version()),
            Long.toString(token.expiresAt().getEpochSecond()),
            passed);
    return Secret.of(said + "." + hmac(said));
  }

  @Override
  public Optional<MfaToken> read(Secret token) {
    String text = token.reveal();
    int dot = text.length() > LONGEST ? -1 : text.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String said = text.substring(0, dot);
    return token.equals(Secret.of(said + "." + hmac(said)))
        ? Optional.of(said).filter(s -> s.startsWith("mfa.")).map(MemoryMfaTokenSigner::parsed)
        : Optional.empty();
  }

  /** What {@link #sign} signed, so it is well formed. */
  private static MfaToken parsed(String said) {
    String[] parts = said.split("\\.", -1);
    Set<Amr> passed =
        Arrays.stream(parts[5].split("-"))
            .filter(word -> !word.isEmpty())
            .map(Amr::valueOf)
            .collect(Collectors.toSet());
    return new MfaToken(
        new UserId(UUID.fromString(parts[1])),
        new SessionId(UUID.fromString(parts[2])),
        Long.parseLong(parts[3]),
        passed,
        Instant.ofEpochSecond(Long.parseLong(parts[4])));
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
