package io.cinema.auth.domain.token;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether signed claims are an access token of ours that counts now: RFC 9068 section 4 and RFC
 * 7519 section 4.1. What the rules were not told about is refused.
 */
public final class AccessTokenCheck {
  /** The {@code typ} of RFC 9068 section 2.1. */
  public static final String TYPE = "at+jwt";

  private AccessTokenCheck() {}

  /** What the check found. */
  public sealed interface Outcome {}

  public record Valid(VerifiedAccessToken token) implements Outcome {}

  /** It was good once. */
  public record Expired() implements Outcome {}

  /** It is not an access token for us, for the reason given. */
  public record Refused(String reason) implements Outcome {}

  public static Outcome check(SignedClaims claims, AccessTokenTerms terms, Instant now) {
    Instant expiresAt = claims.expiresAt();
    Instant issuedAt = claims.issuedAt();
    Instant authTime = claims.authTime();
    Instant latest = now.plus(terms.skew());
    if (!isType(claims.type())) {
      return new Refused("it is not of type at+jwt");
    }
    if (!terms.issuer().equals(claims.issuer())) {
      return new Refused("another issuer made it");
    }
    if (!claims.audience().contains(terms.audience())) {
      return new Refused("it is meant for another audience");
    }
    if (expiresAt == null || issuedAt == null || authTime == null) {
      return new Refused("a time is missing");
    }
    if (issuedAt.isAfter(latest)
        || (claims.notBefore() != null && claims.notBefore().isAfter(latest))) {
      return new Refused("it is not valid yet");
    }
    if (!now.isBefore(expiresAt)) {
      return new Expired();
    }
    return identified(claims, expiresAt, authTime);
  }

  private static Outcome identified(SignedClaims claims, Instant expiresAt, Instant authTime) {
    Optional<UserId> user = Optional.ofNullable(claims.subject()).flatMap(UserId::parse);
    Optional<SessionId> session = Optional.ofNullable(claims.sessionId()).flatMap(SessionId::parse);
    String jti = claims.jti();
    Long version = claims.version();
    if (user.isEmpty() || session.isEmpty() || jti == null || version == null) {
      return new Refused("a claim is missing");
    }
    try {
      return new Valid(
          new VerifiedAccessToken(
              user.get(),
              session.get(),
              jti,
              version,
              expiresAt,
              authTime,
              amr(claims.amr()),
              roles(claims.roles()),
              claims.superuser()));
    } catch (InvalidValueException unknownRoleShape) {
      return new Refused("a claim is malformed");
    }
  }

  private static boolean isType(@Nullable String type) {
    return TYPE.equalsIgnoreCase(type) || ("application/" + TYPE).equalsIgnoreCase(type);
  }

  private static Set<Amr> amr(List<String> claim) {
    Set<Amr> known = new HashSet<>();
    claim.forEach(word -> Amr.ofClaim(word).ifPresent(known::add));
    return known;
  }

  private static Set<RoleName> roles(List<String> claim) {
    Set<RoleName> names = new HashSet<>();
    claim.forEach(name -> names.add(new RoleName(name)));
    return names;
  }
}
