package io.cinema.auth.adapter.rest.docs;

import io.cinema.auth.domain.token.AccessTokenTerms;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/** Tells resource servers where the keys are and what is signed how: RFC 8414. */
@Controller("/.well-known/oauth-authorization-server")
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
final class ServerMetadata {
  private final Metadata metadata;

  ServerMetadata(AccessTokenTerms terms) {
    this.metadata =
        new Metadata(
            terms.issuer(),
            terms.issuer() + "/.well-known/jwks.json",
            List.of(),
            terms.issuer() + "/docs/");
  }

  @Get
  Metadata read() {
    return metadata;
  }

  /**
   * RFC 8414 section 2: what is needed to verify our tokens. Signing in is our own API and no OAuth
   * grant, so there is no endpoint to name, and the list of response types, which must be there, is
   * empty.
   */
  @Serdeable.Serializable
  record Metadata(
      String issuer,
      String jwksUri,
      List<String> responseTypesSupported,
      String serviceDocumentation) {}
}
