package io.cinema.auth.adapter.postgres.mfa;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.TotpEnrolment;
import io.cinema.auth.domain.secret.SealedBytes;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements of {@link PostgresTotpEnrolmentRepository}. */
final class TotpEnrolmentSql {

  static final String FIND =
      """
      SELECT user_id, sealed_secret, created_at, confirmed_at, last_step
      FROM auth.totp_enrolments
      WHERE user_id = ?
      """;

  static final String SAVE =
      """
      INSERT INTO auth.totp_enrolments (
          user_id, sealed_secret, created_at, confirmed_at, last_step)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (user_id) DO UPDATE
      SET sealed_secret = EXCLUDED.sealed_secret, created_at = EXCLUDED.created_at,
          confirmed_at = EXCLUDED.confirmed_at, last_step = EXCLUDED.last_step
      """;

  /** Of two with one step the second waits for the first, looks at the row again: too late. */
  static final String USE_STEP =
      """
      UPDATE auth.totp_enrolments
      SET last_step = ?
      WHERE user_id = ? AND last_step < ? AND confirmed_at IS NOT NULL
      """;

  static final String DELETE = "DELETE FROM auth.totp_enrolments WHERE user_id = ?";

  private TotpEnrolmentSql() {}

  /** Reads the row of {@link #FIND}. */
  static TotpEnrolment read(ResultSet row) throws SQLException {
    return new TotpEnrolment(
        new UserId(Columns.uuid(row, "user_id")),
        SealedBytes.of(row.getBytes("sealed_secret")),
        Columns.instant(row, "created_at"),
        Columns.instantOrNull(row, "confirmed_at"),
        row.getLong("last_step"));
  }
}
