package io.cinema.auth.adapter.postgres.login;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.adapter.postgres.SqlState;
import io.cinema.auth.adapter.postgres.Transactions;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.micronaut.data.exceptions.DataAccessException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The login history in {@code auth.login_events}, and the agents in {@code auth.known_agents}. */
@PostgresAdapter("LoginEventRepository")
public class PostgresLoginEventRepository implements LoginEventRepository {
  private final LoginEventRows rows;
  private final Sql sql;
  private final Transactions transactions;

  PostgresLoginEventRepository(LoginEventRows rows, Sql sql, Transactions transactions) {
    this.rows = rows;
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public LoginEvent record(LoginEvent event) {
    try {
      return transactions.undoable(() -> insert(event));
    } catch (DataAccessException failed) {
      if (!SqlState.CHECK_VIOLATION.caused(failed)) {
        throw failed;
      }
      // Its month is not prepared: the job that does so ahead is late. The event is not lost for
      // it.
      YearMonth month = YearMonth.from(event.at().atOffset(ZoneOffset.UTC));
      return transactions.joined(
          () -> {
            prepare(month, month);
            return insert(event);
          });
    }
  }

  @Override
  public Page<LoginEvent> history(UserId user, PageRequest page) {
    Cursor after = page.after();
    int oneMore = page.limit() + 1;
    List<LoginEventRow> found =
        after == null
            ? rows.newest(user.value(), oneMore)
            : rows.after(user.value(), after.at(), after.id(), oneMore);
    return Page.of(
        found.stream().map(LoginEventRow::event).toList(),
        page.limit(),
        event -> new Cursor(event.at(), event.id()));
  }

  @Override
  public void prepare(YearMonth first, YearMonth last) {
    sql.first(LoginEventSql.PREPARE, row -> true, first.atDay(1), last.atDay(1));
  }

  @Override
  public void forgetBefore(YearMonth first) {
    sql.first(LoginEventSql.FORGET, row -> true, first.atDay(1));
  }

  private LoginEvent insert(LoginEvent event) {
    UUID user = event.user() == null ? null : event.user().value();
    String agent = event.origin().agent().value();
    boolean newAgent =
        sql.first(
                LoginEventSql.RECORD,
                row -> row.getBoolean("new_agent"),
                user,
                agent,
                event.at(),
                event.result() == LoginResult.SUCCESS && user != null,
                event.id(),
                user,
                event.at(),
                event.result().name(),
                event.method().name(),
                event.provider() == null ? null : event.provider().value(),
                event.origin().ip(),
                agent,
                event.session() == null ? null : event.session().value())
            .orElseThrow();
    return event.withNewAgent(newAgent);
  }
}
