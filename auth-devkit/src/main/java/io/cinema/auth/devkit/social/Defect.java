package io.cinema.auth.devkit.social;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One thing that is wrong with a provider. */
public enum Defect {
  /** Holds every answer, see {@link FakeProvider#hold}. */
  SLOW(Kind.ANSWER),
  /** Answers at once, but a byte a second. */
  DRIPS(Kind.ANSWER),
  ANSWERS_500(Kind.ANSWER),
  /** With status 200. */
  ANSWERS_HTML(Kind.ANSWER),
  /** One JSON object of that size, without a Content-Length. */
  ANSWERS_100_MB(Kind.ANSWER),
  /** {@code {}}, status 200. */
  ANSWERS_EMPTY_JSON(Kind.ANSWER),
  /** 307 to another loopback server, where everything would work. */
  REDIRECTS(Kind.ANSWER),
  CLOSES_CONNECTION(Kind.ANSWER),

  /** 10,000 digits. */
  LONG_SUBJECT(Kind.PROFILE),
  EMAIL_THAT_IS_NONE(Kind.PROFILE),
  /** NUL, a line break and an escape sequence in nickname, first and last name. */
  CONTROL_CHARACTERS_IN_NAMES(Kind.PROFILE),

  /** An error of the provider's own, with status 200. GitHub, VK ID, Mail.ru. */
  ERROR_IN_A_200(Kind.PROVIDER),
  /** The user info was made for another application. Yandex. */
  CLIENT_ID_OF_ANOTHER(Kind.PROVIDER),
  /** {@code iss} in the redirect (RFC 9207) is somebody else. OIDC. */
  REDIRECT_WITH_ANOTHER_ISSUER(Kind.PROVIDER),
  /** No {@code iss} in the redirect, though it is announced. OIDC. */
  REDIRECT_WITHOUT_ISSUER(Kind.PROVIDER),

  DISCOVERY_OF_ANOTHER_ISSUER(Kind.OPENID),
  ID_TOKEN_MISSING(Kind.OPENID),
  /** Ten minutes ago. */
  ID_TOKEN_EXPIRED(Kind.OPENID),
  ID_TOKEN_FOR_ANOTHER_AUDIENCE(Kind.OPENID),
  ID_TOKEN_OF_ANOTHER_ISSUER(Kind.OPENID),
  ID_TOKEN_WITH_ANOTHER_NONCE(Kind.OPENID),
  ID_TOKEN_WITHOUT_NONCE(Kind.OPENID),
  ID_TOKEN_WITHOUT_SUBJECT(Kind.OPENID),
  /** {@code alg: none}. */
  ID_TOKEN_UNSIGNED(Kind.OPENID),
  /** By a key that is not published, under the {@code kid} of one that is. */
  ID_TOKEN_SIGNED_BY_ANOTHER_KEY(Kind.OPENID),
  /** {@code alg: HS256}, the key is the client secret. */
  ID_TOKEN_SIGNED_WITH_CLIENT_SECRET(Kind.OPENID);

  private enum Kind {
    /** Any provider, any answer that the service itself asks for. */
    ANSWER,
    /** Any provider, what it tells of a person. */
    PROFILE,
    /** Only who says so. */
    PROVIDER,
    /** Who gives ID tokens. */
    OPENID
  }

  private final Kind kind;

  Defect(Kind kind) {
    this.kind = kind;
  }

  /** Those that any provider can have. */
  static Set<Defect> ofAnybody() {
    return those(defect -> defect.kind == Kind.ANSWER || defect.kind == Kind.PROFILE);
  }

  /** Those of ID tokens and of discovery. */
  static Set<Defect> ofOpenId() {
    return those(defect -> defect.kind == Kind.OPENID);
  }

  private static Set<Defect> those(Predicate<Defect> wanted) {
    return Arrays.stream(values()).filter(wanted).collect(Collectors.toUnmodifiableSet());
  }
}
