package io.cinema.auth.adapter.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.cinema.auth.adapter.oauth.http.GuardedCall;
import io.cinema.auth.domain.social.SocialFlow;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;

/** Checks ID tokens (OpenID Connect Core section 3.1.3.7). */
final class IdTokens {
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final Issuer issuer;
  private final Optional<Issuer> alias;
  private final ClientID client;
  private final ProviderKeys keys;

  /**
   * @param alias another spelling of the issuer that its tokens may have
   */
  IdTokens(Issuer issuer, Optional<Issuer> alias, ClientID client, ProviderKeys keys) {
    this.issuer = issuer;
    this.alias = alias;
    this.client = client;
    this.keys = keys;
  }

  /**
   * @param algorithm that it must be signed with
   * @throws RefusalException when anything about it is wrong
   * @throws IOException when the keys are not to be had
   */
  IDTokenClaimsSet checked(
      String idToken, JWSAlgorithm algorithm, SocialFlow flow, GuardedCall call)
      throws IOException, RefusalException {
    try {
      SignedJWT token = SignedJWT.parse(idToken);
      IDTokenValidator validator =
          new IDTokenValidator(
              spelled(token),
              client,
              new JWSVerificationKeySelector<>(algorithm, keys.during(call)),
              null);
      validator.setMaxClockSkew(Math.toIntExact(SKEW.toSeconds()));
      return validator.validate(token, new Nonce(flow.nonce().reveal()));
    } catch (ParseException _) {
      throw new RefusalException("the ID token is no signed token");
    } catch (RemoteKeySourceException away) {
      throw away.getCause() instanceof IOException cause ? cause : new IOException("no keys");
    } catch (ExpiredJWTException _) {
      throw new RefusalException("the ID token has expired");
    } catch (BadJWSException _) {
      throw new RefusalException("the ID token is not signed by the network");
    } catch (BadJOSEException | JOSEException _) {
      // The message may hold the nonce.
      throw new RefusalException(
          "the ID token is not for us, not of this flow, or not well signed");
    }
  }

  /** Which of the issuer's spellings the token has to have. */
  private Issuer spelled(SignedJWT token) throws ParseException {
    String claimed = token.getJWTClaimsSet().getIssuer();
    return alias.filter(other -> other.getValue().equals(claimed)).orElse(issuer);
  }
}
