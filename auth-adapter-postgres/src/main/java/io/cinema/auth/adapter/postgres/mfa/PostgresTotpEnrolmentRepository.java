package io.cinema.auth.adapter.postgres.mfa;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.TotpEnrolment;
import io.cinema.auth.domain.port.TotpEnrolmentRepository;
import java.util.Optional;

/** Authenticator apps in {@code auth.totp_enrolments}. */
@PostgresAdapter("TotpEnrolmentRepository")
public class PostgresTotpEnrolmentRepository implements TotpEnrolmentRepository {
  private final Sql sql;

  PostgresTotpEnrolmentRepository(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<TotpEnrolment> find(UserId user) {
    return sql.first(TotpEnrolmentSql.FIND, TotpEnrolmentSql::read, user.value());
  }

  @Override
  public void save(TotpEnrolment enrolment) {
    int _ =
        sql.update(
            TotpEnrolmentSql.SAVE,
            enrolment.user().value(),
            enrolment.secret().bytes(),
            enrolment.createdAt(),
            enrolment.confirmedAt(),
            enrolment.lastStep());
  }

  @Override
  public boolean useStep(UserId user, long step) {
    return sql.update(TotpEnrolmentSql.USE_STEP, step, user.value(), step) > 0;
  }

  @Override
  public boolean remove(UserId user) {
    return sql.update(TotpEnrolmentSql.DELETE, user.value()) > 0;
  }
}
