package io.cinema.auth.adapter.rest.security;

import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.application.token.AuthenticateToken;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts our rule for bearer tokens behind Micronaut Security's reading of them. */
@Singleton
final class BearerValidator implements TokenValidator<HttpRequest<?>> {
  private final AuthenticateToken authenticate;
  private final Scheduler requestThreads;

  BearerValidator(
      AuthenticateToken authenticate, @Named(RequestThreads.NAME) ExecutorService requestThreads) {
    this.authenticate = authenticate;
    this.requestThreads = Schedulers.fromExecutorService(requestThreads);
  }

  @Override
  public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
    return Mono.fromCallable(() -> check(token, request)).subscribeOn(requestThreads);
  }

  private @Nullable Authentication check(String token, @Nullable HttpRequest<?> request) {
    return switch (authenticate.authenticate(token)) {
      case AuthenticateToken.Authenticated(VerifiedAccessToken verified) ->
          new BearerAuthentication(verified);
      case AuthenticateToken.Expired _ -> failed(request, Problem.TOKEN_EXPIRED, null);
      case AuthenticateToken.Revoked _ -> failed(request, Problem.TOKEN_REVOKED, null);
      case AuthenticateToken.Invalid(String reason) ->
          failed(request, Problem.TOKEN_INVALID, "The token does not count: " + reason + ".");
    };
  }

  private static @Nullable Authentication failed(
      @Nullable HttpRequest<?> request, Problem problem, @Nullable String detail) {
    if (request != null) {
      new TokenFailure(problem, detail).keepWith(request);
    }
    return null;
  }
}
