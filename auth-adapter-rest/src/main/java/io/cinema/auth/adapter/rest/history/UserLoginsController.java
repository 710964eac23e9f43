package io.cinema.auth.adapter.rest.history;

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
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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

/** Who tried to sign in as somebody. */
@Controller("/api/v1/users/{id}/logins")
@Tag(name = "History")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class UserLoginsController {
  private final FindUsers findUsers;
  private final ProblemAnswers problems;

  UserLoginsController(FindUsers findUsers, ProblemAnswers problems) {
    this.findUsers = findUsers;
    this.problems = problems;
  }

  @Get
  @Needs(AdminPermission.USERS_READ)
  @Operation(
      operationId = "readUserLogins",
      summary = "Read somebody's login history",
      description = "Successes and failures, newest first.")
  @ApiResponse(
      responseCode = "200",
      description = "A part of the history",
      content = @Content(schema = @Schema(implementation = LoginEventBody.Part.class)))
  @Answers(Problem.NOT_FOUND)
  HttpResponse<?> read(
      HttpRequest<?> request,
      @Parameter(
              description = "The user's id",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
              schema = @Schema(type = "string", format = "uuid"))
          String id,
      @RequestBean PageParameters page) {
    UserId user = PathIds.user(id);
    Fields fields = new Fields();
    Field<PageRequest> part = page.in(fields);
    fields.check();
    Optional<Page<LoginEvent>> found =
        findUsers.logins(Administrators.of(request), user, part.value());
    return found.isPresent()
        ? HttpResponse.ok(LoginEventBody.Part.of(found.get()))
        : problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_USER);
  }
}
