package io.cinema.auth.adapter.rest.access;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.security.Administrators;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.adapter.rest.security.Needs;
import io.cinema.auth.application.access.ReadPermissions;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.Authority;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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

/** What I may do, and what others may. */
@Controller("/api/v1/users")
@Tag(name = "Access", description = "Who may do and watch what")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class PermissionsController {
  private final ReadPermissions readPermissions;
  private final ProblemAnswers problems;

  PermissionsController(ReadPermissions readPermissions, ProblemAnswers problems) {
    this.readPermissions = readPermissions;
    this.problems = problems;
  }

  @Get("/me/permissions")
  @Operation(
      operationId = "readMyPermissions",
      summary = "See the own roles and permissions",
      description = "As they are now, which may be newer than the access token.")
  @ApiResponse(
      responseCode = "200",
      description = "Roles and permissions",
      content = @Content(schema = @Schema(implementation = PermissionsBody.class)))
  HttpResponse<?> own(HttpRequest<?> request, Authentication who) {
    Optional<Authority> mine = readPermissions.own(BearerAuthentication.token(who).user());
    return mine.isPresent()
        ? HttpResponse.ok(PermissionsBody.of(mine.get()))
        : problems.answer(request, Problem.TOKEN_REVOKED);
  }

  @Get("/{id}/permissions")
  @Needs(AdminPermission.USERS_READ)
  @Operation(
      operationId = "readUserPermissions",
      summary = "See somebody's roles and permissions",
      description = "As they are now.")
  @ApiResponse(
      responseCode = "200",
      description = "Roles and permissions",
      content = @Content(schema = @Schema(implementation = PermissionsBody.class)))
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> of(
      HttpRequest<?> request,
      @Parameter(
              description = "The user's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id) {
    Optional<Authority> theirs = readPermissions.of(Administrators.of(request), PathIds.user(id));
    return theirs.isPresent()
        ? HttpResponse.ok(PermissionsBody.of(theirs.get()))
        : problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_USER);
  }
}
