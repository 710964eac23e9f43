package io.cinema.auth.adapter.rest.role;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.security.Administrators;
import io.cinema.auth.adapter.rest.security.Needs;
import io.cinema.auth.application.role.AssignRole;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.role.PermissionSet;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Who holds which role. */
@Controller("/api/v1/users/{id}/roles/{role_id}")
@Tag(name = "Roles")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class RoleGrantsController {
  private final AssignRole assignRole;
  private final ProblemAnswers problems;

  RoleGrantsController(AssignRole assignRole, ProblemAnswers problems) {
    this.assignRole = assignRole;
    this.problems = problems;
  }

  @Put
  @Needs(AdminPermission.ROLES_ASSIGN)
  @Operation(
      operationId = "grantRole",
      summary = "Grant a role",
      description =
          "The user's access tokens are dead; the next refresh brings one with the new role. Nobody grants a role with "
              + "permissions that they do not hold themselves.")
  @ApiResponse(responseCode = "204", description = "The user holds the role")
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> grant(
      HttpRequest<?> request,
      @Parameter(
              description = "The user's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id,
      @PathVariable("role_id")
          @Parameter(
              description = "The role's id",
              example = "019aaf7e-6c11-7a52-8f0d-3b2c1d0e9f8a",
              schema = @Schema(type = "string", format = "uuid"))
          String roleId) {
    return answer(request, assignRole.grant(Administrators.of(request), command(id, roleId)));
  }

  @Delete
  @Needs(AdminPermission.ROLES_ASSIGN)
  @Operation(
      operationId = "revokeRole",
      summary = "Take a role away",
      description = "The user's access tokens are dead; the next refresh brings one without it.")
  @ApiResponse(responseCode = "204", description = "The user does not hold the role")
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> revoke(
      HttpRequest<?> request,
      @Parameter(
              description = "The user's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id,
      @PathVariable("role_id")
          @Parameter(
              description = "The role's id",
              example = "019aaf7e-6c11-7a52-8f0d-3b2c1d0e9f8a",
              schema = @Schema(type = "string", format = "uuid"))
          String roleId) {
    return answer(request, assignRole.revoke(Administrators.of(request), command(id, roleId)));
  }

  private static AssignRole.Command command(String user, String role) {
    return new AssignRole.Command(PathIds.user(user), PathIds.role(role));
  }

  private HttpResponse<?> answer(HttpRequest<?> request, AssignRole.Result result) {
    return switch (result) {
      case AssignRole.Assigned _ -> HttpResponse.noContent();
      case AssignRole.NoSuchUser _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_USER);
      case AssignRole.NoSuchRole _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_ROLE);
      case AssignRole.Beyond(PermissionSet lacking) ->
          problems.answer(request, Problem.FORBIDDEN, Lacking.sentence(lacking));
      case AssignRole.Untouchable _ ->
          problems.answer(request, Problem.FORBIDDEN, Administrators.SUPERUSERS_ONLY);
    };
  }
}
