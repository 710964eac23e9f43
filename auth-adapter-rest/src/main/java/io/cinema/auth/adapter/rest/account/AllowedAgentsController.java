package io.cinema.auth.adapter.rest.account;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.Origins;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.proof.ProofAnswers;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.application.account.ChangeAllowedAgents;
import io.cinema.auth.application.account.ReadAccount;
import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.account.AllowedAgents;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.credential.Password;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** Which user agents may sign in. */
@Controller("/api/v1/users/me/allowed-agents")
@Tag(name = "Accounts")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class AllowedAgentsController {
  private static final String PASSWORD = "current_password";

  private final ReadAccount readAccount;
  private final ChangeAllowedAgents changeAllowedAgents;
  private final ProofAnswers proofs;
  private final ProblemAnswers problems;

  AllowedAgentsController(
      ReadAccount readAccount,
      ChangeAllowedAgents changeAllowedAgents,
      ProofAnswers proofs,
      ProblemAnswers problems) {
    this.readAccount = readAccount;
    this.changeAllowedAgents = changeAllowedAgents;
    this.proofs = proofs;
    this.problems = problems;
  }

  @Get
  @Operation(
      operationId = "readAllowedAgents",
      summary = "See which user agents may sign in",
      description = "An empty list allows any.")
  @ApiResponse(
      responseCode = "200",
      description = "The patterns",
      content = @Content(schema = @Schema(implementation = AllowedAgentsBody.class)))
  HttpResponse<?> read(HttpRequest<?> request, Authentication who) {
    Optional<User> user = readAccount.read(BearerAuthentication.token(who).user());
    return user.isPresent()
        ? HttpResponse.ok(new AllowedAgentsBody(user.get().state().allowedAgents().patterns()))
        : problems.answer(request, Problem.TOKEN_REVOKED);
  }

  @Put
  @Operation(
      operationId = "changeAllowedAgents",
      summary = "Say which user agents may sign in",
      description =
          "Patterns over the whole User-Agent header, upper and lower case alike, * for any run of characters. "
              + "Open sessions meet the rule at their next refresh. Needs current_password unless the sign-in is fresh.")
  @ApiResponse(
      responseCode = "200",
      description = "The patterns as they are now",
      content = @Content(schema = @Schema(implementation = AllowedAgentsBody.class)))
  @Answers({
    Problem.INVALID_CREDENTIALS,
    Problem.STEP_UP_REQUIRED,
    Problem.TOO_MANY_ATTEMPTS,
    Problem.OVERLOADED
  })
  HttpResponse<?> change(HttpRequest<?> request, Authentication who, @Body AllowedAgentsForm body) {
    Fields fields = new Fields();
    Field<AllowedAgents> agents =
        fields.required("allowed_agents", body.allowedAgents(), AllowedAgents::new);
    Field<Password> password =
        fields.optional(body.currentPassword(), raw -> Password.of(PASSWORD, raw));
    fields.check();
    ChangeAllowedAgents.Command command =
        new ChangeAllowedAgents.Command(
            BearerAuthentication.token(who),
            Origins.of(request),
            agents.value(),
            password.orNull());
    return switch (changeAllowedAgents.change(command)) {
      case ChangeAllowedAgents.Changed _ ->
          HttpResponse.ok(new AllowedAgentsBody(agents.value().patterns()));
      case ChangeAllowedAgents.Unproved(ProofFailure why) -> proofs.answer(request, why, PASSWORD);
      case ChangeAllowedAgents.Gone _ -> problems.answer(request, Problem.TOKEN_REVOKED);
    };
  }
}
