package io.cinema.auth.cli.audit;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Table;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.login.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a line of the audit trail is shown. */
final class AuditView {
  private AuditView() {}

  static Map<String, @Nullable Object> document(AuditEvent event) {
    AuditTarget target = event.target();
    return new Document()
        .with("id", event.id())
        .with("at", event.at())
        .with("actor", actor(event.actor()))
        .with("action", event.action())
        .with("target", target == null ? null : target(target))
        .with("outcome", outcome(event))
        .with("reason", event.reason())
        .with("detail", new TreeMap<>(event.detail()))
        .fields();
  }

  private static Map<String, @Nullable Object> target(AuditTarget target) {
    return new Document().with("kind", target.kind()).with("id", target.id()).fields();
  }

  private static Map<String, @Nullable Object> actor(Actor actor) {
    return switch (actor) {
      case Actor.Person(UserId user, Origin origin) ->
          actor("user", user, null, origin.ip(), origin.agent().value());
      case Actor.Console(String operator) -> actor("console", null, operator, null, null);
    };
  }

  private static Map<String, @Nullable Object> actor(
      String kind,
      @Nullable UserId id,
      @Nullable String name,
      @Nullable String ip,
      @Nullable String agent) {
    return new Document()
        .with("kind", kind)
        .with("id", id)
        .with("name", name)
        .with("ip", ip)
        .with("user_agent", agent)
        .fields();
  }

  static Table table(List<AuditEvent> events) {
    Table table = new Table("AT", "WHO", "ACTION", "TO", "OUTCOME", "REASON", "DETAIL");
    for (AuditEvent event : events) {
      AuditTarget target = event.target();
      Table _ =
          table.row(
              event.at(),
              who(event.actor()),
              event.action(),
              target == null ? null : target.kind() + " " + target.id(),
              outcome(event),
              event.reason(),
              new TreeMap<>(event.detail())
                  .entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
    }
    return table;
  }

  private static String who(Actor actor) {
    return switch (actor) {
      case Actor.Person person -> "user " + person.user();
      case Actor.Console(String operator) -> "console " + operator;
    };
  }

  private static String outcome(AuditEvent event) {
    return event.outcome().name().toLowerCase(Locale.ROOT);
  }
}
