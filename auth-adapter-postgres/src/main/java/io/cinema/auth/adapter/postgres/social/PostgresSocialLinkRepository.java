package io.cinema.auth.adapter.postgres.social;

import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.SocialLinkRepository;
import io.cinema.auth.domain.social.SocialIdentity;
import io.cinema.auth.domain.social.SocialLink;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links to identities at social networks in {@code auth.social_links}; they go with their user. */
@PostgresAdapter("SocialLinkRepository")
public class PostgresSocialLinkRepository implements SocialLinkRepository {
  private final Sql sql;

  PostgresSocialLinkRepository(Sql sql) {
    this.sql = sql;
  }

  /** Nothing is added for a user who is not there any more. */
  @Override
  public boolean add(SocialLink link) {
    SocialIdentity identity = link.identity();
    int added =
        sql.update(
            SocialLinkSql.ADD,
            link.user().value(),
            link.id(),
            identity.provider().value(),
            identity.issuer(),
            identity.subject(),
            link.linkedAt());
    return added > 0;
  }

  @Override
  public Optional<SocialLink> find(SocialIdentity identity) {
    return sql.first(
        SocialLinkSql.FIND,
        SocialLinkSql::read,
        identity.provider().value(),
        identity.issuer(),
        identity.subject());
  }

  @Override
  public List<SocialLink> ofUser(UserId user) {
    return sql.all(SocialLinkSql.OF_USER, SocialLinkSql::read, user.value());
  }

  @Override
  public boolean remove(UserId user, UUID link) {
    return sql.update(SocialLinkSql.REMOVE, link, user.value()) > 0;
  }
}
