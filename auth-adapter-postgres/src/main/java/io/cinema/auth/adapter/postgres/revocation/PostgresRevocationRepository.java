package io.cinema.auth.adapter.postgres.revocation;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Transactions;
import io.cinema.auth.domain.port.RevocationRepository;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Revocations in {@code auth.revocations}, which is also the queue of those to be relayed. */
@PostgresAdapter("RevocationRepository")
public class PostgresRevocationRepository implements RevocationRepository {
  private final RevocationRows rows;
  private final Transactions transactions;

  PostgresRevocationRepository(RevocationRows rows, Transactions transactions) {
    this.rows = rows;
    this.transactions = transactions;
  }

  @Override
  public void add(Collection<Revocation> revocations) {
    if (revocations.isEmpty()) {
      return;
    }
    List<RevocationRow> added = revocations.stream().map(RevocationRow::of).toList();
    int _ =
        transactions.joined(
            () -> {
              rows.saveAll(added);
              return added.size();
            });
  }

  @Override
  public boolean isRevoked(VerifiedAccessToken token) {
    return !rows.counts(
        token.session().value(), token.user().value(), token.version(), token.jti());
  }

  @Override
  public List<Revocation> standing(Instant now) {
    return rows.standing(now).stream().map(RevocationRow::revocation).toList();
  }

  @Override
  public int relay(int limit, Consumer<List<Revocation>> publisher) {
    return transactions.joined(
        () -> {
          List<RevocationRow> waiting = rows.takeWaiting(limit);
          if (!waiting.isEmpty()) {
            publisher.accept(waiting.stream().map(RevocationRow::revocation).toList());
            rows.markRelayed(
                waiting.stream().map(row -> Objects.requireNonNull(row.id())).toList());
          }
          return waiting.size();
        });
  }

  @Override
  public int purge(Instant before) {
    return rows.purge(before);
  }
}
