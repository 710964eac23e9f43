package io.cinema.auth.contracts.memory;

import io.cinema.auth.contracts.memory.Tables.KnownAgent;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.LoginEventRepository;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The login history in memory. */
public final class MemoryLoginEventRepository implements LoginEventRepository {
  private static final Comparator<Cursor> OLDEST_FIRST =
      Comparator.comparing(Cursor::at).thenComparing(Cursor::id);

  private final MemoryDatabase database;

  public MemoryLoginEventRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public LoginEvent record(LoginEvent event) {
    return database.run(
        t -> {
          LoginEvent kept = event.withNewAgent(isNewAgent(t, event));
          t.events().put(kept.id(), kept);
          return kept;
        });
  }

  @Override
  public Page<LoginEvent> history(UserId user, PageRequest page) {
    List<LoginEvent> found =
        database.run(
            t ->
                t.events().values().stream()
                    .filter(e -> user.equals(e.user()) && isAfter(e, page.after()))
                    .sorted(
                        Comparator.comparing(MemoryLoginEventRepository::cursor, OLDEST_FIRST)
                            .reversed())
                    .limit(page.limit() + 1L)
                    .toList());
    return Page.of(found, page.limit(), MemoryLoginEventRepository::cursor);
  }

  /** There is room for any month. */
  @Override
  public void prepare(YearMonth first, YearMonth last) {}

  @Override
  public void forgetBefore(YearMonth first) {
    Instant start = first.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    database.run(t -> t.events().values().removeIf(e -> e.at().isBefore(start)));
  }

  private static boolean isNewAgent(Tables t, LoginEvent event) {
    UserId user = event.user();
    return event.result() == LoginResult.SUCCESS
        && user != null
        && t.knownAgents().add(new KnownAgent(user, event.origin().agent()));
  }

  private static boolean isAfter(LoginEvent event, @Nullable Cursor cursor) {
    return cursor == null || OLDEST_FIRST.compare(cursor(event), cursor) < 0;
  }

  private static Cursor cursor(LoginEvent event) {
    return new Cursor(event.at(), event.id());
  }
}
