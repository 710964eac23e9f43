package io.cinema.auth.cli.user;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Table;
import io.cinema.auth.domain.login.LoginEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a line of the login history is shown. */
final class LoginView {
  private LoginView() {}

  static Map<String, @Nullable Object> document(LoginEvent event) {
    return new Document()
        .with("id", event.id())
        .with("at", event.at())
        .with("result", word(event.result()))
        .with("method", word(event.method()))
        .with("provider", event.provider() == null ? null : event.provider().value())
        .with("ip", event.origin().ip())
        .with("user_agent", event.origin().agent().value())
        .with("new_agent", event.newAgent())
        .with("session_id", event.session())
        .fields();
  }

  static Table table(List<LoginEvent> events) {
    Table table = new Table("AT", "RESULT", "METHOD", "IP", "NEW AGENT", "USER AGENT");
    for (LoginEvent event : events) {
      Table _ =
          table.row(
              event.at(),
              word(event.result()),
              word(event.method()),
              event.origin().ip(),
              event.newAgent(),
              event.origin().agent().value());
    }
    return table;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
