package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.RefusedException.unless;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was sent to a provider with: RFC 6749 section 4.1.1, and PKCE (RFC 7636) with S256.
 *
 * @param challenge {@code code_challenge}
 * @param nonce of OpenID Connect; null if there was none
 */
record AuthorizationRequest(
    URI redirectUri, Set<String> scopes, String state, String challenge, @Nullable String nonce) {

  /** 32 bytes as base64url without padding. */
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** RFC 7636 section 4.1. */
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  AuthorizationRequest {
    scopes = Set.copyOf(scopes);
  }

  /**
   * @param known the scopes that the provider knows
   * @throws RefusedException that says what is wrong
   */
  static AuthorizationRequest of(Parameters sent, Registration client, Set<String> known) {
    unless(
        sent.require("client_id").equals(client.clientId()),
        "unauthorized_client",
        "client_id is unknown");
    URI redirectUri = registered(sent.require("redirect_uri"), client);
    unless(
        sent.require("response_type").equals("code"),
        "unsupported_response_type",
        "response_type must be code");
    Set<String> scopes = Set.copyOf(List.of(sent.require("scope").split(" ", -1)));
    unless(known.containsAll(scopes), "invalid_scope", "scope must be of " + known);
    unless(
        sent.require("code_challenge_method").equals("S256"),
        "invalid_request",
        "code_challenge_method must be S256");
    String challenge = sent.require("code_challenge");
    unless(
        CHALLENGE.matcher(challenge).matches(),
        "invalid_request",
        "code_challenge must be base64url of 32 bytes");
    return new AuthorizationRequest(
        redirectUri, scopes, sent.require("state"), challenge, sent.find("nonce"));
  }

  private static URI registered(String redirectUri, Registration client) {
    return client.redirectUris().stream()
        .filter(registered -> registered.toString().equals(redirectUri))
        .findFirst()
        .orElseThrow(
            () -> new RefusedException("invalid_request", "redirect_uri is not registered"));
  }

  /**
   * Looks whether a token request comes from who made this one.
   *
   * @throws RefusedException {@code invalid_grant} if not
   */
  void check(Parameters token) {
    unless(
        token.require("redirect_uri").equals(redirectUri.toString()),
        "invalid_grant",
        "redirect_uri is not that of the authorization");
    String verifier = token.require("code_verifier");
    unless(
        VERIFIER.matcher(verifier).matches() && challenge.equals(s256(verifier)),
        "invalid_grant",
        "code_verifier does not match");
  }

  private static String s256(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64URL.encode(hash).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
