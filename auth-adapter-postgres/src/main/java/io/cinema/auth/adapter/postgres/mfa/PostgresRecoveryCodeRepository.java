package io.cinema.auth.adapter.postgres.mfa;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.adapter.postgres.Transactions;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.RecoveryCodeHash;
import io.cinema.auth.domain.port.RecoveryCodeRepository;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Recovery codes in {@code auth.recovery_codes}. */
@PostgresAdapter("RecoveryCodeRepository")
public class PostgresRecoveryCodeRepository implements RecoveryCodeRepository {
  private final Sql sql;
  private final Transactions transactions;

  PostgresRecoveryCodeRepository(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public void replace(UserId user, Set<RecoveryCodeHash> codes) {
    List<String> hashes =
        codes.stream().map(code -> HexFormat.of().formatHex(code.bytes())).toList();
    int _ =
        transactions.joined(
            () -> {
              sql.first(RecoveryCodeSql.LOCK_USER, row -> Columns.uuid(row, "id"), user.value());
              sql.update(RecoveryCodeSql.DELETE_ALL, user.value());
              return sql.update(RecoveryCodeSql.INSERT, user.value(), hashes);
            });
  }

  @Override
  public boolean use(UserId user, RecoveryCodeHash code) {
    return sql.update(RecoveryCodeSql.DELETE, user.value(), code.bytes()) > 0;
  }

  @Override
  public int left(UserId user) {
    return sql.first(RecoveryCodeSql.COUNT, row -> row.getInt("codes"), user.value()).orElseThrow();
  }
}
