package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.social.SocialIdentity;
import io.cinema.auth.domain.social.SocialLink;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps which identities at social networks open which accounts. One identity opens one. */
public interface SocialLinkRepository {

  /**
   * Adds a link. A surrounding unit of work can go on either way.
   *
   * @return whether the identity was free; true for exactly one of parallel calls
   */
  boolean add(SocialLink link);

  Optional<SocialLink> find(SocialIdentity identity);

  /** The links of a user, oldest first, at most 100. */
  List<SocialLink> ofUser(UserId user);

  /**
   * Removes a link of this user.
   *
   * @return whether it was there
   */
  boolean remove(UserId user, UUID link);
}
