package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.port.AccessTokenSigner;
import io.cinema.auth.domain.port.AccessTokenVerifier;
import io.cinema.auth.domain.port.KeyRing;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.token.AccessTokenClaims;
import io.cinema.auth.domain.token.SignedClaims;
import io.cinema.auth.domain.token.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Access tokens that are good because they are remembered: they look like those of RFC 9068, but
 * their signature is a random number. Nodes that share {@link Issued} know each other's tokens.
 */
public final class MemoryAccessTokens implements KeyRing, AccessTokenSigner, AccessTokenVerifier {
  /** The tokens that were made, by their text. */
  public static final class Issued {
    private final Map<String, SignedClaims> tokens = new ConcurrentHashMap<>();
  }

  private static final Pattern SHAPE =
      Pattern.compile("([A-Za-z0-9_-]{1,400})\\.[A-Za-z0-9_-]{1,8000}\\.[A-Za-z0-9_-]{86}");
  private static final Pattern HEADER =
      Pattern.compile("\\{\"alg\":\"ES256\",\"typ\":\"at\\+jwt\",\"kid\":\"([A-Za-z0-9_-]+)\"}");
  private static final int LONGEST = 8192;
  private static final int SIGNATURE_BYTES = 64;

  private final Issued issued;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private volatile List<SigningKey> keys = List.of();

  public MemoryAccessTokens(Issued issued, InstantSource clock) {
    this.issued = issued;
    this.clock = clock;
  }

  @Override
  public void load(List<SigningKey> published) {
    keys = List.copyOf(published);
  }

  @Override
  public Secret sign(AccessTokenClaims claims) {
    SigningKey active =
        keys.stream()
            .filter(key -> !key.activeFrom().isAfter(clock.instant()))
            .max(Comparator.comparingInt(SigningKey::generation))
            .orElseThrow(() -> PortUnavailableException.down("AccessTokenSigner", null));
    byte[] signature = new byte[SIGNATURE_BYTES];
    random.nextBytes(signature);
    String header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(active.id());
    String token =
        base64(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(MemoryClaims.json(claims).getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(signature);
    issued.tokens.put(token, MemoryClaims.signed(claims));
    return Secret.of(token);
  }

  @Override
  public Outcome verify(String token) {
    Matcher parts = SHAPE.matcher(token.length() > LONGEST ? "" : token);
    if (!parts.matches()) {
      return new Malformed();
    }
    Matcher header = HEADER.matcher(text(parts.group(1)));
    if (!header.matches()) {
      return new Malformed();
    }
    if (keys.stream().noneMatch(key -> key.id().equals(header.group(1)))) {
      return new UnknownKey();
    }
    SignedClaims said = issued.tokens.get(token);
    return said == null ? new BadSignature() : new Signed(said);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What the part says, or nothing when it is not Base64. */
  private static String text(String part) {
    try {
      return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
