package io.cinema.auth.adapter.rest.docs;

import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Serves the API description. */
@Controller
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(RequestThreads.NAME)
final class DocsController {
  private final ApiDescription description;

  DocsController(ApiDescription description) {
    this.description = description;
  }

  /** The media type of RFC 9512. */
  @Get(uri = "/openapi.yaml", produces = "application/yaml")
  HttpResponse<String> yaml() {
    return HttpResponse.ok(description.yaml());
  }
}
