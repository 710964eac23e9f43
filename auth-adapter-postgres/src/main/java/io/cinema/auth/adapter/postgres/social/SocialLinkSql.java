package io.cinema.auth.adapter.postgres.social;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.SocialIdentity;
import io.cinema.auth.domain.social.SocialLink;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements of {@link PostgresSocialLinkRepository}. */
final class SocialLinkSql {

  /**
   * Waits for whoever removes the user or holds the identity, and then looks again; so there is no
   * constraint that refuses, and nothing to undo.
   */
  static final String ADD =
      """
      WITH owner AS (
          SELECT id FROM auth.users WHERE id = ? FOR KEY SHARE
      )
      INSERT INTO auth.social_links (id, user_id, provider, issuer, subject, linked_at)
      SELECT ?, owner.id, ?, ?, ?, ? FROM owner
      ON CONFLICT DO NOTHING
      """;

  static final String FIND =
      """
      SELECT id, user_id, provider, issuer, subject, linked_at
      FROM auth.social_links
      WHERE provider = ? AND issuer = ? AND subject = ?
      """;

  /** Few for each user, hence sorted and not kept in order by an index. */
  static final String OF_USER =
      """
      SELECT id, user_id, provider, issuer, subject, linked_at
      FROM auth.social_links
      WHERE user_id = ?
      ORDER BY linked_at, id
      LIMIT 100
      """;

  static final String REMOVE = "DELETE FROM auth.social_links WHERE id = ? AND user_id = ?";

  private SocialLinkSql() {}

  /** Reads a row of {@link #FIND} and {@link #OF_USER}. */
  static SocialLink read(ResultSet row) throws SQLException {
    return new SocialLink(
        Columns.uuid(row, "id"),
        new UserId(Columns.uuid(row, "user_id")),
        new SocialIdentity(
            new ProviderName(row.getString("provider")),
            row.getString("issuer"),
            row.getString("subject")),
        Columns.instant(row, "linked_at"));
  }
}
