package io.cinema.auth.adapter.rest.access;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.PathIds;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.security.Administrators;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.application.access.CheckAccess;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.Decision;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.value.InvalidValueException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Answers other services that want to know whether somebody may. */
@Controller("/api/v1/access/check")
@Tag(name = "Access")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class CheckController {
  private final CheckAccess checkAccess;
  private final ProblemAnswers problems;

  CheckController(CheckAccess checkAccess, ProblemAnswers problems) {
    this.checkAccess = checkAccess;
    this.problems = problems;
  }

  @Post
  @Operation(
      operationId = "checkAccess",
      summary = "Ask what somebody may do and watch",
      description =
          "Up to 200 checks at once, each for a permission or for a film's label. About oneself anybody may ask; about "
              + "somebody else it needs `users:read`.")
  @ApiResponse(
      responseCode = "200",
      description = "A result for each check, in their order",
      content = @Content(schema = @Schema(implementation = VerdictsBody.class)))
  @Answers({Problem.FORBIDDEN, Problem.NOT_FOUND})
  HttpResponse<?> check(HttpRequest<?> request, Authentication who, @Body ChecksBody body) {
    Fields fields = new Fields();
    List<CheckAccess.Question> questions = body.questions(fields);
    Field<UserId> subject = fields.optional(body.userId(), CheckController::user);
    fields.check();
    CheckAccess.Command command =
        new CheckAccess.Command(
            BearerAuthentication.token(who).user(), subject.orNull(), questions);
    return switch (checkAccess.check(command)) {
      case CheckAccess.Checked(List<Decision> decisions) ->
          HttpResponse.ok(VerdictsBody.of(decisions));
      case CheckAccess.Forbidden _ ->
          problems.answer(
              request, Problem.FORBIDDEN, Administrators.needs(AdminPermission.USERS_READ));
      case CheckAccess.NoSuchUser _ when subject.orNull() == null ->
          problems.answer(request, Problem.TOKEN_REVOKED);
      case CheckAccess.NoSuchUser _ ->
          problems.answer(request, Problem.NOT_FOUND, PathIds.NO_SUCH_USER);
    };
  }

  private static UserId user(String raw) {
    return UserId.parse(raw)
        .orElseThrow(() -> new InvalidValueException("user_id", "bad_id", "must be a user's id"));
  }
}
