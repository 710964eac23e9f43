package io.cinema.auth.adapter.rest.account;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.application.account.SignUp;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.credential.Password;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;

/** Making an account. */
@Controller("/api/v1/users")
@Tag(name = "Accounts", description = "Sign up, see and change the own account")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(RequestThreads.NAME)
final class SignUpController {
  private final SignUp signUp;
  private final ProblemAnswers problems;

  SignUpController(SignUp signUp, ProblemAnswers problems) {
    this.signUp = signUp;
    this.problems = problems;
  }

  @Post
  @Operation(
      operationId = "signUp",
      summary = "Sign up",
      description = "Makes an account with a login, an e-mail and a password.")
  @ApiResponse(
      responseCode = "201",
      description = "The account was made",
      headers =
          @Header(
              name = "Location",
              description = "Where it is",
              required = true,
              schema = @Schema(type = "string", format = "uri")),
      content = @Content(schema = @Schema(implementation = UserBody.class)))
  @Answers({Problem.LOGIN_TAKEN, Problem.EMAIL_TAKEN, Problem.OVERLOADED})
  HttpResponse<?> signUp(HttpRequest<?> request, @Body SignUpBody body) {
    Fields fields = new Fields();
    Field<Login> login = fields.required("login", body.login(), Login::of);
    Field<EmailAddress> email = fields.required("email", body.email(), EmailAddress::of);
    Field<Password> password = fields.required("password", body.password(), Password::of);
    Field<String> first = fields.optional(body.firstName(), PersonName::first);
    Field<String> last = fields.optional(body.lastName(), PersonName::last);
    fields.check();
    PersonName name = new PersonName(first.orNull(), last.orNull());
    return switch (signUp.signUp(
        new SignUp.Command(login.value(), email.value(), password.value(), name))) {
      case SignUp.SignedUp(User user) ->
          HttpResponse.created(UserBody.of(user), URI.create("/api/v1/users/" + user.id()));
      case SignUp.LoginTaken _ -> problems.answer(request, Problem.LOGIN_TAKEN);
      case SignUp.EmailTaken _ -> problems.answer(request, Problem.EMAIL_TAKEN);
    };
  }
}
