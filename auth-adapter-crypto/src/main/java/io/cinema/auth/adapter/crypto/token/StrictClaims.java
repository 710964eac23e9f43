package io.cinema.auth.adapter.crypto.token;

import io.cinema.auth.domain.token.SignedClaims;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads claims that were signed. One may be missing; none may have another type than ours. */
final class StrictClaims {
  /** The last second of the year 9999. */
  private static final long LATEST = 253_402_300_799L;

  private final Map<String, Object> json;

  private StrictClaims(Map<String, Object> json) {
    this.json = json;
  }

  /**
   * @throws ParseException for a claim of the wrong type
   */
  static SignedClaims read(@Nullable String type, Map<String, Object> json) throws ParseException {
    StrictClaims claims = new StrictClaims(json);
    return new SignedClaims(
        type,
        claims.text(Claim.ISS),
        claims.audience(),
        claims.text(Claim.SUB),
        claims.time(Claim.EXP),
        claims.time(Claim.NBF),
        claims.time(Claim.IAT),
        claims.time(Claim.AUTH_TIME),
        claims.text(Claim.JTI),
        claims.text(Claim.SID),
        claims.whole(Claim.VER),
        claims.texts(Claim.AMR),
        claims.texts(Claim.ROLES),
        claims.flag(Claim.SUPERUSER));
  }

  /** One text or a list of them (RFC 7519 section 4.1.3). */
  private List<String> audience() throws ParseException {
    return json.get(Claim.AUD) instanceof String one ? List.of(one) : texts(Claim.AUD);
  }

  private @Nullable String text(String name) throws ParseException {
    return of(name, String.class);
  }

  private @Nullable Long whole(String name) throws ParseException {
    return of(name, Long.class);
  }

  private @Nullable Instant time(String name) throws ParseException {
    Long seconds = whole(name);
    if (seconds == null) {
      return null;
    }
    if (seconds < 0 || seconds > LATEST) {
      throw wrong(name);
    }
    return Instant.ofEpochSecond(seconds);
  }

  private boolean flag(String name) throws ParseException {
    return Boolean.TRUE.equals(of(name, Boolean.class));
  }

  private List<String> texts(String name) throws ParseException {
    List<?> values = of(name, List.class);
    List<String> texts = new ArrayList<>();
    for (Object value : values == null ? List.of() : values) {
      if (!(value instanceof String text)) {
        throw wrong(name);
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  private <T> @Nullable T of(String name, Class<T> type) throws ParseException {
    Object value = json.get(name);
    if (value != null && !type.isInstance(value)) {
      throw wrong(name);
    }
    return type.cast(value);
  }

  private static ParseException wrong(String name) {
    return new ParseException("the claim " + name + " has the wrong type", 0);
  }
}
