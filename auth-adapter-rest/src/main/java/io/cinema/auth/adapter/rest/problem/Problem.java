package io.cinema.auth.adapter.rest.problem;

import java.util.Locale;

/**
 * The whole catalogue of problems. Each has a page in docs/problems, served at its type's address.
 */
public enum Problem {
  MALFORMED_REQUEST(400, "Malformed request"),
  OAUTH_STATE_INVALID(400, "Social sign-in not valid"),
  OAUTH_DENIED(400, "Denied by the social network"),
  INVALID_REQUEST(422, "Invalid request"),
  TOKEN_MISSING(401, "No access token"),
  TOKEN_EXPIRED(401, "Access token expired"),
  TOKEN_INVALID(401, "Access token invalid"),
  TOKEN_REVOKED(401, "Access token revoked"),
  INVALID_CREDENTIALS(401, "Wrong login or password"),
  MFA_REQUIRED(401, "Second factor required"),
  MFA_INVALID(401, "Second factor not accepted"),
  STEP_UP_REQUIRED(401, "Fresh proof required"),
  SESSION_ENDED(401, "Session ended"),
  FORBIDDEN(403, "Forbidden"),
  ACCOUNT_DISABLED(403, "Account disabled"),
  AGENT_NOT_ALLOWED(403, "User agent not allowed"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  LOGIN_TAKEN(409, "Login taken"),
  EMAIL_TAKEN(409, "E-mail taken"),
  ROLE_NAME_TAKEN(409, "Role name taken"),
  SOCIAL_EMAIL_TAKEN(409, "E-mail of the social network taken"),
  SOCIAL_LINK_TAKEN(409, "Social identity taken"),
  LAST_CREDENTIAL(409, "Last way to sign in"),
  LAST_SUPERUSER(409, "Last superuser"),
  TOTP_ALREADY_ACTIVE(409, "Authenticator app already active"),
  PAYLOAD_TOO_LARGE(413, "Payload too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  TOO_MANY_ATTEMPTS(429, "Too many attempts"),
  REQUEST_HEADER_TOO_LARGE(431, "Request header too large"),
  INTERNAL_ERROR(500, "Internal error"),
  PROVIDER_UNAVAILABLE(502, "Social network unavailable"),
  OVERLOADED(503, "Overloaded"),
  DEPENDENCY_UNAVAILABLE(503, "Dependency unavailable");

  private final int status;
  private final String title;

  Problem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The last part of its type, e.g. {@code login-taken}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What goes into {@code WWW-Authenticate}, which RFC 9110 section 15.5.2 demands of every 401:
   * the error code of RFC 6750 section 3.1 where a token was shown, that of RFC 9470 section 3
   * where it is good and not enough, the bare scheme otherwise.
   */
  public String challenge() {
    return switch (this) {
      case TOKEN_EXPIRED, TOKEN_INVALID, TOKEN_REVOKED -> challenge("invalid_token");
      case STEP_UP_REQUIRED -> challenge("insufficient_user_authentication");
      default -> "Bearer";
    };
  }

  private String challenge(String error) {
    return "Bearer error=\"" + error + "\", error_description=\"" + title + "\"";
  }
}
