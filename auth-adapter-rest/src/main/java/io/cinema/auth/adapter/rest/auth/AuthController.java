package io.cinema.auth.adapter.rest.auth;

import io.cinema.auth.adapter.rest.docs.Answers;
import io.cinema.auth.adapter.rest.http.Origins;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.security.BearerAuthentication;
import io.cinema.auth.application.session.EndSession;
import io.cinema.auth.application.session.RefreshSession;
import io.cinema.auth.application.signin.IssuedTokens;
import io.cinema.auth.application.signin.Opening;
import io.cinema.auth.application.signin.SignIn;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.value.Text;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;

/** Signing in, staying signed in, signing out. */
@Controller("/api/v1/auth")
@Tag(name = "Tokens", description = "Sign in, refresh, sign out")
@ExecuteOn(RequestThreads.NAME)
final class AuthController {
  private static final int LONGEST_LOGIN = 254;
  private static final int LONGEST_TOKEN = 512;

  private final SignIn signIn;
  private final RefreshSession refreshSession;
  private final EndSession endSession;
  private final OpeningAnswers openings;
  private final ProblemAnswers problems;

  AuthController(
      SignIn signIn,
      RefreshSession refreshSession,
      EndSession endSession,
      OpeningAnswers openings,
      ProblemAnswers problems) {
    this.signIn = signIn;
    this.refreshSession = refreshSession;
    this.endSession = endSession;
    this.openings = openings;
    this.problems = problems;
  }

  @Post("/login")
  @Secured(SecurityRule.IS_ANONYMOUS)
  @Operation(
      operationId = "login",
      summary = "Sign in with login or e-mail and password",
      description =
          "Opens a session and hands out its first pair of tokens. Where a second factor is needed, the answer is "
              + "mfa-required with an mfa_token: show it with a code at /api/v1/auth/mfa, or, where methods says "
              + "totp_enrolment, set up an authenticator app first, at /api/v1/auth/mfa/totp.")
  @ApiResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = TokensBody.class)))
  @Answers({
    Problem.INVALID_CREDENTIALS,
    Problem.MFA_REQUIRED,
    Problem.ACCOUNT_DISABLED,
    Problem.AGENT_NOT_ALLOWED,
    Problem.TOO_MANY_ATTEMPTS,
    Problem.OVERLOADED
  })
  HttpResponse<?> login(HttpRequest<?> request, @Body LoginBody body) {
    Fields fields = new Fields();
    Fields.Field<String> login =
        fields.required("login", body.login(), raw -> Text.checked("login", raw, 1, LONGEST_LOGIN));
    Fields.Field<Password> password = fields.required("password", body.password(), Password::of);
    fields.check();
    SignIn.Command command =
        new SignIn.Command(login.value(), password.value(), Origins.of(request));
    return switch (signIn.signIn(command)) {
      case SignIn.Proved(Opening opening) -> openings.answer(request, opening);
      case SignIn.InvalidCredentials _ -> problems.answer(request, Problem.INVALID_CREDENTIALS);
      case SignIn.Throttled(Duration retryAfter) -> problems.tooManyAttempts(request, retryAfter);
    };
  }

  @Post("/refresh")
  @Secured(SecurityRule.IS_ANONYMOUS)
  @Operation(
      operationId = "refresh",
      summary = "Trade a refresh token for a new pair",
      description =
          "Each use replaces the refresh token. Showing one that was just replaced, because an answer got lost, "
              + "gives the same successor for ten seconds; after that it is taken for stolen and the session ends.")
  @ApiResponse(
      responseCode = "200",
      description = "A new pair",
      content = @Content(schema = @Schema(implementation = TokensBody.class)))
  @Answers(Problem.SESSION_ENDED)
  HttpResponse<?> refresh(HttpRequest<?> request, @Body RefreshBody body) {
    Fields fields = new Fields();
    Fields.Field<String> token = fields.required("refresh_token", body.refreshToken(), raw -> raw);
    fields.check();
    if (token.value().length() > LONGEST_TOKEN) {
      return problems.answer(request, Problem.SESSION_ENDED);
    }
    RefreshSession.Command command =
        new RefreshSession.Command(Secret.of(token.value()), Origins.of(request));
    return switch (refreshSession.refresh(command)) {
      case RefreshSession.Refreshed(IssuedTokens tokens) -> HttpResponse.ok(TokensBody.of(tokens));
      case RefreshSession.Ended _ -> problems.answer(request, Problem.SESSION_ENDED);
    };
  }

  @Post("/logout")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "logout",
      summary = "Sign out this device",
      description =
          "This session's access and refresh tokens are dead everywhere once this is answered.")
  @ApiResponse(responseCode = "204", description = "Signed out")
  void logout(Authentication who) {
    endSession.signOut(BearerAuthentication.token(who));
  }
}
