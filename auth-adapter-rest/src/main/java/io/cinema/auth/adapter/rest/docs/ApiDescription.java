package io.cinema.auth.adapter.rest.docs;

import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemAnswers;
import io.cinema.auth.adapter.rest.security.Needs;
import io.cinema.auth.domain.access.AdminPermission;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The description that Micronaut OpenAPI generated from the controllers, completed with every
 * problem each operation can answer. The problems follow from the routes themselves, so that none
 * can be forgotten.
 */
@Singleton
final class ApiDescription {
  private static final String GENERATED = "classpath:META-INF/swagger/openapi.yml";

  private final ResourceLoader resources;
  private final Router router;
  private final ProblemAnswers problems;
  private final Supplier<String> yaml = SupplierUtil.memoized(this::complete);

  ApiDescription(ResourceLoader resources, Router router, ProblemAnswers problems) {
    this.resources = resources;
    this.router = router;
    this.problems = problems;
  }

  /** OpenAPI 3 in YAML. */
  String yaml() {
    return yaml.get();
  }

  private String complete() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(120);
    Yaml format = new Yaml(options);
    Map<String, Object> root;
    try (InputStream generated = resources.getResourceAsStream(GENERATED).orElseThrow()) {
      root = format.load(generated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    addExamples(child(child(root, "components"), "examples"));
    Map<String, Object> paths = child(root, "paths");
    router.uriRoutes().forEach(route -> complete(paths, route));
    return format.dump(root);
  }

  private void addExamples(Map<String, Object> examples) {
    // An operation that is described is allowed: none refers to that one.
    for (Problem problem : EnumSet.complementOf(EnumSet.of(Problem.METHOD_NOT_ALLOWED))) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("type", problems.type(problem));
      value.put("title", problem.title());
      value.put("status", problem.status());
      value.put("instance", "2b4ca118-ea74-4c55-97e2-38d16b075447");
      if (problem == Problem.INVALID_REQUEST) {
        value.put(
            "errors",
            List.of(
                Map.of(
                    "field",
                    "login",
                    "rule",
                    "too_short",
                    "message",
                    "must have at least 3 characters")));
      }
      if (problem == Problem.MFA_REQUIRED) {
        value.put("mfa_token", "cinema_mfa_AaIDskjbd4m….EdGKI0_RND9…");
        value.put("expires_in", 300);
        value.put("methods", List.of("totp", "recovery_code"));
      }
      examples.put(problem.slug(), new LinkedHashMap<>(Map.of("value", value)));
    }
  }

  private static void complete(Map<String, Object> paths, UriRouteInfo<?, ?> route) {
    String path = route.getUriMatchTemplate().toPathString();
    String method = route.getHttpMethodName().toLowerCase(Locale.ROOT);
    if (!(paths.get(path) instanceof Map<?, ?> described) || !described.containsKey(method)) {
      return;
    }
    Map<String, Object> operation = child(child(paths, path), method);
    boolean secured = isSecured(route.getAnnotationMetadata());
    operation.put("security", secured ? List.of(Map.of("bearer", List.of())) : List.of());
    route
        .getAnnotationMetadata()
        .enumValue(Needs.class, AdminPermission.class)
        .ifPresent(needed -> addPermission(operation, needed));
    Map<String, Object> responses = child(operation, "responses");
    for (Problem problem : problemsOf(route.getAnnotationMetadata(), operation, secured)) {
      Map<String, Object> response = child(responses, Integer.toString(problem.status()));
      response.putIfAbsent("description", problem.title());
      addHeaders(response, problem.status());
      Map<String, Object> body = child(child(response, "content"), "application/problem+json");
      body.putIfAbsent("schema", ref("schemas/Problem"));
      child(body, "examples").put(problem.slug(), ref("examples/" + problem.slug()));
    }
    operation.put("responses", new TreeMap<>(responses));
  }

  private static void addHeaders(Map<String, Object> response, int status) {
    switch (status) {
      case 401 ->
          addHeader(
              response, "WWW-Authenticate", "string", "What is wrong with the token: RFC 6750");
      case 429, 503 -> addHeader(response, "Retry-After", "integer", "Seconds to wait");
      default -> {}
    }
  }

  private static void addHeader(
      Map<String, Object> response, String name, String type, String description) {
    Map<String, Object> header = child(child(response, "headers"), name);
    header.put("description", description);
    header.put("required", true);
    header.put("schema", Map.of("type", type));
  }

  private static boolean isSecured(AnnotationMetadata route) {
    List<String> rules = List.of(route.stringValues(Secured.class));
    return !rules.isEmpty() && !rules.contains(SecurityRule.IS_ANONYMOUS);
  }

  private static void addPermission(Map<String, Object> operation, AdminPermission needed) {
    // The router lists a route more than once.
    if (operation.put("x-permission", needed.toString()) == null) {
      operation.merge(
          "description", "Needs `" + needed + "`.", (said, sentence) -> said + " " + sentence);
    }
  }

  private static Set<Problem> problemsOf(
      AnnotationMetadata route, Map<String, Object> operation, boolean secured) {
    Set<Problem> found =
        EnumSet.of(
            Problem.MALFORMED_REQUEST,
            Problem.NOT_ACCEPTABLE,
            Problem.REQUEST_HEADER_TOO_LARGE,
            Problem.INTERNAL_ERROR,
            Problem.DEPENDENCY_UNAVAILABLE);
    Collections.addAll(found, route.enumValues(Answers.class, Problem.class));
    if (secured) {
      Collections.addAll(
          found,
          Problem.TOKEN_MISSING,
          Problem.TOKEN_EXPIRED,
          Problem.TOKEN_INVALID,
          Problem.TOKEN_REVOKED);
    }
    if (route.hasAnnotation(Needs.class)) {
      found.add(Problem.FORBIDDEN);
    }
    if (operation.containsKey("requestBody")) {
      Collections.addAll(
          found,
          Problem.INVALID_REQUEST,
          Problem.PAYLOAD_TOO_LARGE,
          Problem.UNSUPPORTED_MEDIA_TYPE);
    }
    if (takesQuery(operation)) {
      found.add(Problem.INVALID_REQUEST);
    }
    return found;
  }

  /** What stands in the path is there or not found, never against a rule. */
  private static boolean takesQuery(Map<String, Object> operation) {
    return operation.get("parameters") instanceof List<?> parameters
        && parameters.stream()
            .anyMatch(one -> one instanceof Map<?, ?> told && "query".equals(told.get("in")));
  }

  private static Map<String, Object> ref(String to) {
    return new LinkedHashMap<>(Map.of("$ref", "#/components/" + to));
  }

  @SuppressWarnings("unchecked") // YAML mappings have string keys here
  private static Map<String, Object> child(Map<String, Object> parent, String key) {
    return (Map<String, Object>)
        parent.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>());
  }
}
