package io.cinema.auth.devkit.social;

import static java.util.stream.Collectors.joining;

import java.net.URI;

/** What a provider shows in a browser: no script, nothing loaded from anywhere. */
final class ConsentPage {

  /** The choice of saying no. */
  static final String NOBODY = "nobody";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>%1$s</title>
      <style>
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 28rem; margin: 4rem auto; padding: 0 1rem }
        button { display: block; width: 100%%; margin: .5rem 0; padding: .75rem; font: inherit; text-align: left }
      </style>
      <h1>%1$s</h1>
      %2$s
      </html>
      """;

  private ConsentPage() {}

  /** Asks who is there; the answer is posted to the address that it was asked at. */
  static Answer asking(URI address, AuthorizationRequest request) {
    String people =
        FakePerson.DEMO.stream()
            .map(person -> button(person.subject(), describe(person)))
            .collect(joining("\n"));
    String body =
        """
        <p>A made-up provider for development. Somebody at %s wants to know who you are (%s).</p>
        <form method="post" action="%s">
        %s
        %s
        </form>
        """
            .formatted(
                escape(request.redirectUri().getAuthority()),
                escape(String.join(", ", request.scopes())),
                escape(address.toString()),
                people,
                button(NOBODY, "Nobody: do not tell"));
    return Answer.html(200, PAGE.formatted("Who are you?", body));
  }

  /** Says why there is nothing to ask. */
  static Answer refusing(int status, String reason) {
    return Answer.html(
        status, PAGE.formatted("That does not work", "<p>" + escape(reason) + "</p>"));
  }

  /**
   * @throws RefusedException if the page does not offer them
   */
  static FakePerson person(String subject) {
    return FakePerson.DEMO.stream()
        .filter(person -> person.subject().equals(subject))
        .findFirst()
        .orElseThrow(() -> new RefusedException("invalid_request", "nobody of that name"));
  }

  private static String button(String value, String label) {
    return "<button name=\"person\" value=\"%s\">%s</button>"
        .formatted(escape(value), escape(label));
  }

  private static String describe(FakePerson person) {
    String email = person.email() == null ? "no e-mail" : person.email();
    return "%s %s, %s".formatted(person.firstName(), person.lastName(), email);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
