package io.cinema.auth.adapter.postgres.mfa;

/** The statements of {@link PostgresRecoveryCodeRepository}. */
final class RecoveryCodeSql {

  /** Two who put a set in place at once would both find the old one, and leave both of theirs. */
  static final String LOCK_USER = "SELECT id FROM auth.users WHERE id = ? FOR NO KEY UPDATE";

  static final String DELETE_ALL = "DELETE FROM auth.recovery_codes WHERE user_id = ?";

  /** Of hashes in hexadecimal. */
  static final String INSERT =
      """
      INSERT INTO auth.recovery_codes (user_id, code_hash)
      SELECT ?, decode(code_hash, 'hex') FROM unnest(?::text[]) AS code_hash
      """;

  static final String DELETE =
      "DELETE FROM auth.recovery_codes WHERE user_id = ? AND code_hash = ?";

  static final String COUNT = "SELECT count(*) AS codes FROM auth.recovery_codes WHERE user_id = ?";

  private RecoveryCodeSql() {}
}
