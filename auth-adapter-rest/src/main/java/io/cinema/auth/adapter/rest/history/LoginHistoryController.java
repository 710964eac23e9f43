package io.cinema.auth.adapter.rest.history;

import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.paging.PageParameters;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.application.history.ReadLoginHistory;
import io.cinema.auth.domain.paging.PageRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Who tried to sign in as me. */
@Controller("/api/v1/users/me/logins")
@Tag(name = "History", description = "Who signed in, or tried to")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class LoginHistoryController {
  private final ReadLoginHistory readLoginHistory;

  LoginHistoryController(ReadLoginHistory readLoginHistory) {
    this.readLoginHistory = readLoginHistory;
  }

  @Get
  @Operation(
      operationId = "readLogins",
      summary = "Read the login history",
      description = "Successes and failures, newest first.")
  @ApiResponse(
      responseCode = "200",
      description = "A part of the history",
      content = @Content(schema = @Schema(implementation = LoginEventBody.Part.class)))
  LoginEventBody.Part read(Authentication who, @RequestBean PageParameters page) {
    Fields fields = new Fields();
    Field<PageRequest> part = page.in(fields);
    fields.check();
    return LoginEventBody.Part.of(
        readLoginHistory.read(BearerAuthentication.token(who).user(), part.value()));
  }
}
