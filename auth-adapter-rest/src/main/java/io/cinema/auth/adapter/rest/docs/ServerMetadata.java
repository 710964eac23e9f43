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
            terms.issuer() + "/api/v1/auth/login",
            List.of(),
            List.of(),
            terms.issuer() + "/docs/");
  }

  @Get
  Metadata read() {
    return metadata;
  }

  /** RFC 8414 section 2. We have no authorization endpoint, hence no response types. */
  @Serdeable.Serializable
  record Metadata(
      String issuer,
      String jwksUri,
      String tokenEndpoint,
      List<String> responseTypesSupported,
      List<String> grantTypesSupported,
      String serviceDocumentation) {}
}
