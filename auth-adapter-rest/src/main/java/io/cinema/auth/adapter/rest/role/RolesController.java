package io.cinema.auth.adapter.rest.role;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.security.Administrators;
import io.cinema.auth.adapter.rest.security.Needs;
import io.cinema.auth.application.role.ChangeRole;
import io.cinema.auth.application.role.CreateRole;
import io.cinema.auth.application.role.DeleteRole;
import io.cinema.auth.application.role.ReadRoles;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;

/** The roles there are. */
@Controller("/api/v1/roles")
@Tag(name = "Roles", description = "Make roles of permissions, and grant them")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class RolesController {
  private final ReadRoles readRoles;
  private final CreateRole createRole;
  private final ChangeRole changeRole;
  private final DeleteRole deleteRole;
  private final ProblemAnswers problems;

  RolesController(
      ReadRoles readRoles,
      CreateRole createRole,
      ChangeRole changeRole,
      DeleteRole deleteRole,
      ProblemAnswers problems) {
    this.readRoles = readRoles;
    this.createRole = createRole;
    this.changeRole = changeRole;
    this.deleteRole = deleteRole;
    this.problems = problems;
  }

  @Get
  @Needs(AdminPermission.ROLES_READ)
  @Operation(operationId = "listRoles", summary = "List the roles", description = "By name.")
  @ApiResponse(
      responseCode = "200",
      description = "All roles",
      content = @Content(schema = @Schema(implementation = RoleBody.All.class)))
  RoleBody.All list(HttpRequest<?> request) {
    return new RoleBody.All(
        readRoles.all(Administrators.of(request)).stream().map(RoleBody::of).toList());
  }

  @Post
  @Needs(AdminPermission.ROLES_WRITE)
  @Operation(
      operationId = "createRole",
      summary = "Make a role",
      description = "Nobody puts permissions into a role that they do not hold themselves.")
  @ApiResponse(
      responseCode = "201",
      description = "The role was made",
      headers =
          @Header(
              name = "Location",
              description = "Where it is",
              required = true,
              schema = @Schema(type = "string", format = "uri")),
      content = @Content(schema = @Schema(implementation = RoleBody.class)))
  @Answers(Problem.ROLE_NAME_TAKEN)
  HttpResponse<?> create(HttpRequest<?> request, @Body RoleFormBody body) {
    RoleForm form = RoleForm.of(body);
    CreateRole.Command command =
        new CreateRole.Command(form.name(), form.permissions(), form.description());
    return switch (createRole.create(Administrators.of(request), command)) {
      case CreateRole.Created(Role role) ->
          HttpResponse.created(RoleBody.of(role), URI.create("/api/v1/roles/" + role.id()));
      case CreateRole.NameTaken _ -> problems.answer(request, Problem.ROLE_NAME_TAKEN);
      case CreateRole.Beyond(PermissionSet lacking) ->
          problems.answer(request, Problem.FORBIDDEN, Lacking.sentence(lacking));
    };
  }

  @Get("/{id}")
  @Needs(AdminPermission.ROLES_READ)
  @Operation(
      operationId = "readRole",
      summary = "See a role",
      description = "Its name, permissions and description.")
  @ApiResponse(
      responseCode = "200",
      description = "The role",
      content = @Content(schema = @Schema(implementation = RoleBody.class)))
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> read(
      HttpRequest<?> request,
      @Parameter(
              description = "The role's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id) {
    Optional<Role> role = readRoles.find(Administrators.of(request), PathIds.role(id));
    return role.isPresent()
        ? HttpResponse.ok(RoleBody.of(role.get()))
        : problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_ROLE);
  }

  @Put("/{id}")
  @Needs(AdminPermission.ROLES_WRITE)
  @Operation(
      operationId = "changeRole",
      summary = "Change a role",
      description =
          "Replaces all of it, and counts for all who hold it from their next request on. Nobody adds permissions to a "
              + "role that they do not hold themselves.")
  @ApiResponse(
      responseCode = "200",
      description = "The role as it is now",
      content = @Content(schema = @Schema(implementation = RoleBody.class)))
  @Answers({Problem.NOT_FOUND, Problem.ROLE_NAME_TAKEN})
  HttpResponse<?> change(
      HttpRequest<?> request,
      @Parameter(
              description = "The role's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id,
      @Body RoleFormBody body) {
    RoleId role = PathIds.role(id);
    RoleForm form = RoleForm.of(body);
    ChangeRole.Command command =
        new ChangeRole.Command(role, form.name(), form.permissions(), form.description());
    return switch (changeRole.change(Administrators.of(request), command)) {
      case ChangeRole.Changed(Role changed) -> HttpResponse.ok(RoleBody.of(changed));
      case ChangeRole.NotFound _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_ROLE);
      case ChangeRole.NameTaken _ -> problems.answer(request, Problem.ROLE_NAME_TAKEN);
      case ChangeRole.Beyond(PermissionSet lacking) ->
          problems.answer(request, Problem.FORBIDDEN, Lacking.sentence(lacking));
    };
  }

  @Delete("/{id}")
  @Needs(AdminPermission.ROLES_WRITE)
  @Operation(
      operationId = "deleteRole",
      summary = "Delete a role",
      description = "Takes it from all who hold it.")
  @ApiResponse(responseCode = "204", description = "Deleted")
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> delete(
      HttpRequest<?> request,
      @Parameter(
              description = "The role's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id) {
    return switch (deleteRole.delete(Administrators.of(request), PathIds.role(id))) {
      case DELETED -> HttpResponse.noContent();
      case NOT_FOUND -> problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_ROLE);
    };
  }
}
