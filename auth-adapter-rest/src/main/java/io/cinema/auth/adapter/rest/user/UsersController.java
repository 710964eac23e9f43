package io.cinema.auth.adapter.rest.user;

import io.cinema.auth.adapter.rest.account.UserBody;
import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.paging.PageParameters;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.security.Administrators;
import io.cinema.auth.adapter.rest.security.Needs;
import io.cinema.auth.application.user.FindUsers;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserQuery;
import io.cinema.auth.domain.paging.PageRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Other people's accounts, to be seen. Sign-up, at the same address, is for anybody. */
@Controller("/api/v1/users")
@Tag(name = "Users", description = "Find accounts, disable them, sign them out")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class UsersController {
  private final FindUsers findUsers;
  private final ProblemAnswers problems;

  UsersController(FindUsers findUsers, ProblemAnswers problems) {
    this.findUsers = findUsers;
    this.problems = problems;
  }

  @Get
  @Needs(AdminPermission.USERS_READ)
  @Operation(operationId = "findUsers", summary = "Find accounts", description = "Newest first.")
  @ApiResponse(
      responseCode = "200",
      description = "A part of the accounts",
      content = @Content(schema = @Schema(implementation = UsersBody.class)))
  UsersBody find(
      HttpRequest<?> request,
      @Nullable
          @QueryValue
          @Parameter(
              description = "What login or e-mail holds somewhere; empty finds all",
              example = "neo")
          String query,
      @RequestBean PageParameters page) {
    Fields fields = new Fields();
    Field<UserQuery> sought = fields.required("query", query == null ? "" : query, UserQuery::of);
    Field<PageRequest> part = page.in(fields);
    fields.check();
    return UsersBody.of(findUsers.search(Administrators.of(request), sought.value(), part.value()));
  }

  @Get("/{id}")
  @Needs(AdminPermission.USERS_READ)
  @Operation(
      operationId = "readUser",
      summary = "See an account",
      description = "Personal data and what the service keeps beside it.")
  @ApiResponse(
      responseCode = "200",
      description = "The account",
      content = @Content(schema = @Schema(implementation = UserBody.class)))
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> read(
      HttpRequest<?> request,
      @Parameter(
              description = "The user's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id) {
    Optional<User> user = findUsers.find(Administrators.of(request), PathIds.user(id));
    return user.isPresent()
        ? HttpResponse.ok(UserBody.of(user.get()))
        : problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_USER);
  }
}
