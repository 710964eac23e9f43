package io.cinema.auth.adapter.rest.user;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.security.Administrators;
import io.cinema.auth.adapter.rest.security.Needs;
import io.cinema.auth.application.user.DisableUser;
import io.cinema.auth.application.user.SignOutUser;
import io.cinema.auth.domain.access.AdminPermission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Locking people out, and in again. */
@Controller("/api/v1/users/{id}")
@Tag(name = "Users")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class UserControlController {
  private final DisableUser disableUser;
  private final SignOutUser signOutUser;
  private final ProblemAnswers problems;

  UserControlController(DisableUser disableUser, SignOutUser signOutUser, ProblemAnswers problems) {
    this.disableUser = disableUser;
    this.signOutUser = signOutUser;
    this.problems = problems;
  }

  @Post("/disable")
  @Needs(AdminPermission.USERS_WRITE)
  @Operation(
      operationId = "disableUser",
      summary = "Take an account out of use",
      description =
          "Its sessions end, and its access and refresh tokens are dead everywhere. One superuser who is enabled must "
              + "stay.")
  @ApiResponse(responseCode = "204", description = "The account is disabled")
  @Answers({Problem.NOT_FOUND, Problem.LAST_SUPERUSER})
  HttpResponse<?> disable(
      HttpRequest<?> request,
      @Parameter(
              description = "The user's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id) {
    return answer(request, disableUser.disable(Administrators.of(request), PathIds.user(id)));
  }

  @Post("/enable")
  @Needs(AdminPermission.USERS_WRITE)
  @Operation(
      operationId = "enableUser",
      summary = "Take an account into use again",
      description = "Its owner can sign in again; what was ended stays so.")
  @ApiResponse(responseCode = "204", description = "The account is enabled")
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> enable(
      HttpRequest<?> request,
      @Parameter(
              description = "The user's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id) {
    return answer(request, disableUser.enable(Administrators.of(request), PathIds.user(id)));
  }

  @Delete("/sessions")
  @Needs(AdminPermission.USERS_WRITE)
  @Operation(
      operationId = "signOutUser",
      summary = "Sign out all devices of somebody",
      description = "Their access and refresh tokens are dead everywhere.")
  @ApiResponse(responseCode = "204", description = "Signed out")
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> signOut(
      HttpRequest<?> request,
      @Parameter(
              description = "The user's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id) {
    return switch (signOutUser.signOut(Administrators.of(request), PathIds.user(id))) {
      case SIGNED_OUT -> HttpResponse.noContent();
      case NO_SUCH_USER -> problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_USER);
      case UNTOUCHABLE ->
          problems.answer(request, Problem.FORBIDDEN, Administrators.SUPERUSERS_ONLY);
    };
  }

  private HttpResponse<?> answer(HttpRequest<?> request, DisableUser.Result result) {
    return switch (result) {
      case DONE -> HttpResponse.noContent();
      case NO_SUCH_USER -> problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_USER);
      case UNTOUCHABLE ->
          problems.answer(request, Problem.FORBIDDEN, Administrators.SUPERUSERS_ONLY);
      case LAST_SUPERUSER -> problems.answer(request, Problem.LAST_SUPERUSER);
    };
  }
}
