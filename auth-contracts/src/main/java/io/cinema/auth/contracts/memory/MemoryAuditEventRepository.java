package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.AuditEventRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail in memory. */
public final class MemoryAuditEventRepository implements AuditEventRepository {
  private static final Comparator<Cursor> OLDEST_FIRST =
      Comparator.comparing(Cursor::at).thenComparing(Cursor::id);

  private final MemoryDatabase database;

  public MemoryAuditEventRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void record(AuditEvent event) {
    database.run(t -> t.audit().put(event.id(), event));
  }

  @Override
  public Page<AuditEvent> events(AuditFilter filter, PageRequest page) {
    List<AuditEvent> found =
        database.run(
            t ->
                t.audit().values().stream()
                    .filter(e -> passes(filter, e) && isAfter(e, page.after()))
                    .sorted(
                        Comparator.comparing(MemoryAuditEventRepository::cursor, OLDEST_FIRST)
                            .reversed())
                    .limit(page.limit() + 1L)
                    .toList());
    return Page.of(found, page.limit(), MemoryAuditEventRepository::cursor);
  }

  private static boolean passes(AuditFilter filter, AuditEvent event) {
    Instant since = filter.since();
    Instant until = filter.until();
    return asks(filter.actor(), person(event))
        && asks(filter.targetId(), targetId(event))
        && asks(filter.action(), event.action())
        && asks(filter.outcome(), event.outcome())
        && (since == null || !event.at().isBefore(since))
        && (until == null || event.at().isBefore(until));
  }

  private static boolean asks(@Nullable Object wanted, @Nullable Object said) {
    return wanted == null || wanted.equals(said);
  }

  private static @Nullable UserId person(AuditEvent event) {
    return switch (event.actor()) {
      case Actor.Person person -> person.user();
      case Actor.Console _ -> null;
    };
  }

  private static @Nullable String targetId(AuditEvent event) {
    AuditTarget target = event.target();
    return target == null ? null : target.id();
  }

  private static boolean isAfter(AuditEvent event, @Nullable Cursor cursor) {
    return cursor == null || OLDEST_FIRST.compare(cursor(event), cursor) < 0;
  }

  private static Cursor cursor(AuditEvent event) {
    return new Cursor(event.at(), event.id());
  }
}
