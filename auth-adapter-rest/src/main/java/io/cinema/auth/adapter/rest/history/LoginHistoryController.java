package io.cinema.auth.adapter.rest.history;

import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.application.history.ReadLoginHistory;
import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.PageRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
  LoginEventBody.Part read(
      Authentication who,
      @QueryValue(defaultValue = "20")
          @Parameter(
              description = "Most items, 1 to 100",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
          int limit,
      @Nullable @QueryValue @Parameter(description = "next_cursor of the part before")
          String cursor) {
    Fields fields = new Fields();
    Field<Cursor> after = fields.optional(cursor, Cursor::parse);
    fields.check();
    PageRequest page = new PageRequest(limit, after.orNull());
    return LoginEventBody.Part.of(
        readLoginHistory.read(BearerAuthentication.token(who).user(), page));
  }
}
