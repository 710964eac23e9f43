package io.cinema.auth.adapter.rest.problem;

import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Serves the page of each problem at the address that is its type. */
@Controller("/problems")
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(RequestThreads.NAME)
final class ProblemPages {
  private final Map<Problem, String> rendered = new ConcurrentHashMap<>();

  @Get(uri = "/{slug}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> page(String slug) {
    return Arrays.stream(Problem.values())
        .filter(p -> p.slug().equals(slug))
        .findAny()
        .map(p -> HttpResponse.ok(rendered.computeIfAbsent(p, ProblemPages::render)))
        .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, null));
  }

  private static String render(Problem problem) {
    String body =
        HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown(problem)));
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s</title>
        <style>body { max-width: 40em; margin: 3em auto; padding: 0 1em; font: 1em/1.5 sans-serif }</style>
        %s</html>
        """
        .formatted(problem.title(), body);
  }

  private static String markdown(Problem problem) {
    String name = "/problems/" + problem.slug() + ".md";
    try (InputStream page = ProblemPages.class.getResourceAsStream(name)) {
      if (page == null) {
        throw new IllegalStateException("no page " + name);
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
