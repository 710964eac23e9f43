package io.cinema.auth.adapter.crypto.token;

/** Names of the claims: RFC 7519 section 4.1, RFC 9068 section 2.2, and ours. */
final class Claim {
  static final String ISS = "iss";
  static final String AUD = "aud";
  static final String SUB = "sub";
  static final String EXP = "exp";
  static final String NBF = "nbf";
  static final String IAT = "iat";
  static final String JTI = "jti";
  static final String CLIENT_ID = "client_id";
  static final String AUTH_TIME = "auth_time";
  static final String AMR = "amr";
  static final String ROLES = "roles";

  /** The session. */
  static final String SID = "sid";

  /** Which generation of the account's tokens this one belongs to. */
  static final String VER = "ver";

  static final String SUPERUSER = "superuser";

  private Claim() {}
}
