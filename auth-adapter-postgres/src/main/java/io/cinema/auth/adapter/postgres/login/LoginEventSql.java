package io.cinema.auth.adapter.postgres.login;

/** The statements of {@link PostgresLoginEventRepository}. */
final class LoginEventSql {

  /** Of two first sign-ins with one agent, the second waits for the first to commit. */
  static final String RECORD =
      """
      WITH first_time AS (
          INSERT INTO auth.known_agents (user_id, agent_digest, first_seen)
          SELECT ?, sha256(convert_to(?, 'UTF8')), ? WHERE ?
          ON CONFLICT DO NOTHING
          RETURNING user_id
      )
      INSERT INTO auth.login_events (
          id, user_id, at, result, method, provider, ip, user_agent, session_id, new_agent)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, EXISTS (SELECT FROM first_time)
      RETURNING new_agent
      """;

  static final String PREPARE = "SELECT auth.prepare_login_events(?, ?)";

  static final String FORGET = "SELECT auth.forget_login_events(?)";

  private LoginEventSql() {}
}
