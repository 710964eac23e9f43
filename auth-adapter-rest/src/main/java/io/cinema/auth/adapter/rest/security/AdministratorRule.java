package io.cinema.auth.adapter.rest.security;

import io.cinema.auth.adapter.rest.http.Origins;
import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemException;
import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.access.AdmitAdministrator;
import io.cinema.auth.domain.access.AdminPermission;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Asks the administrators' door for every route that {@link Needs} a permission. */
@Singleton
final class AdministratorRule implements SecurityRule<HttpRequest<?>> {
  /** Whether the token is enough is for {@link SecuredAnnotationRule}, which comes next. */
  private static final Mono<SecurityRuleResult> GO_ON = Mono.just(SecurityRuleResult.UNKNOWN);

  private static final Mono<SecurityRuleResult> NOBODY = Mono.just(SecurityRuleResult.REJECTED);

  private final AdmitAdministrator door;
  private final Scheduler requestThreads;

  AdministratorRule(
      AdmitAdministrator door, @Named(RequestThreads.NAME) ExecutorService requestThreads) {
    this.door = door;
    this.requestThreads = Schedulers.fromExecutorService(requestThreads);
  }

  @Override
  public int getOrder() {
    return SecuredAnnotationRule.ORDER - 100;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication who) {
    if (request == null) {
      return GO_ON;
    }
    Optional<AdminPermission> needed = needed(request);
    if (needed.isEmpty()) {
      return GO_ON;
    }
    return who == null
        ? NOBODY
        : Mono.fromCallable(() -> admit(request, who, needed.get())).subscribeOn(requestThreads);
  }

  private SecurityRuleResult admit(
      HttpRequest<?> request, Authentication who, AdminPermission needed) {
    return switch (door.admit(BearerAuthentication.token(who), Origins.of(request), needed)) {
      case AdmitAdministrator.Admitted(Administrator administrator) -> {
        Administrators.keep(request, administrator);
        yield SecurityRuleResult.UNKNOWN;
      }
      // Not REJECTED: it could not say which permission is missing.
      case AdmitAdministrator.Refused _ ->
          throw ProblemException.of(Problem.FORBIDDEN, Administrators.needs(needed));
    };
  }

  private static Optional<AdminPermission> needed(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .flatMap(
            route -> route.getAnnotationMetadata().enumValue(Needs.class, AdminPermission.class));
  }
}
