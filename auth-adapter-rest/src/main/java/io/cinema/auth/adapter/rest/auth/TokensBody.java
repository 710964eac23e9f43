package io.cinema.auth.adapter.rest.auth;

import io.cinema.auth.application.signin.IssuedTokens;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A pair of tokens, RFC 6749 section 5.1.
 *
 * @param accessToken a JWT (RFC 9068); send it as {@code Authorization: Bearer}
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds the access token lives
 * @param refreshToken trade it for a new pair; each use replaces it
 * @param refreshExpiresIn seconds the refresh token can be used
 * @param sessionId the device that was signed in
 */
@Serdeable.Serializable
@Schema(name = "Tokens")
public record TokensBody(
    @Schema(example = "eyJraWQiOi…") String accessToken,
    @Schema(example = "Bearer") String tokenType,
    @Schema(example = "900") long expiresIn,
    @Schema(example = "cinema_rt_AaIDskjbd4m….EdGKI0_RND9…") String refreshToken,
    @Schema(example = "604800") long refreshExpiresIn,
    @Schema(format = "uuid", example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e") String sessionId) {

  static TokensBody of(IssuedTokens tokens) {
    return new TokensBody(
        tokens.accessToken().reveal(),
        "Bearer",
        tokens.accessLife().toSeconds(),
        tokens.refreshToken().reveal(),
        tokens.refreshLife().toSeconds(),
        tokens.session().toString());
  }

  @Override
  public String toString() {
    return "tokens of session " + sessionId;
  }
}
