package io.cinema.auth.adapter.rest.session;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.application.session.EndSession;
import io.cinema.auth.application.session.ListSessions;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import io.cinema.auth.domain.value.InvalidValueException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The devices on which a person is signed in. */
@Controller("/api/v1/users/me/sessions")
@Tag(name = "Sessions", description = "See and sign out devices")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class SessionsController {
  private final ListSessions listSessions;
  private final EndSession endSession;
  private final ProblemAnswers problems;

  SessionsController(ListSessions listSessions, EndSession endSession, ProblemAnswers problems) {
    this.listSessions = listSessions;
    this.endSession = endSession;
    this.problems = problems;
  }

  @Get
  @Operation(
      operationId = "listSessions",
      summary = "List the devices that are signed in",
      description = "Newest first, at most 100.")
  @ApiResponse(
      responseCode = "200",
      description = "The sessions",
      content = @Content(schema = @Schema(implementation = SessionBody.All.class)))
  SessionBody.All list(Authentication who) {
    VerifiedAccessToken token = BearerAuthentication.token(who);
    return new SessionBody.All(
        listSessions.list(token.user()).stream()
            .map(s -> SessionBody.of(s, token.session()))
            .toList());
  }

  @Delete("/{id}")
  @Operation(
      operationId = "endSession",
      summary = "Sign out one device",
      description = "Its access and refresh tokens are dead everywhere.")
  @ApiResponse(responseCode = "204", description = "Signed out")
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> end(
      HttpRequest<?> request,
      Authentication who,
      @Parameter(
              description = "The session's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id) {
    Optional<SessionId> session = SessionId.parse(id);
    if (session.isEmpty()) {
      return problems.answer(request, Problem.NOT_FOUND);
    }
    return switch (endSession.end(BearerAuthentication.token(who).user(), session.get())) {
      case ENDED -> HttpResponse.noContent();
      case NOT_FOUND -> problems.answer(request, Problem.NOT_FOUND);
    };
  }

  @Delete
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "endSessions",
      summary = "Sign out all devices, or all others",
      description = "With except=current this device stays signed in with the tokens it has.")
  @ApiResponse(responseCode = "204", description = "Signed out")
  void endAll(
      Authentication who,
      @Nullable
          @QueryValue
          @Parameter(
              description = "current keeps this device signed in",
              schema = @Schema(type = "string", allowableValues = "current"))
          String except) {
    VerifiedAccessToken token = BearerAuthentication.token(who);
    if (except == null) {
      endSession.endAll(token.user());
    } else if (except.equals("current")) {
      endSession.endOthers(token);
    } else {
      throw new InvalidValueException("except", "bad_value", "must be current");
    }
  }
}
