package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.SocialLinkRepository;
import io.cinema.auth.domain.social.SocialIdentity;
import io.cinema.auth.domain.social.SocialLink;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Links to identities at social networks, in memory. */
public final class MemorySocialLinkRepository implements SocialLinkRepository {
  private static final int MOST = 100;

  private final MemoryDatabase database;

  public MemorySocialLinkRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public boolean add(SocialLink link) {
    return database.run(
        t ->
            t.users().containsKey(link.user())
                && t.socialLinks().values().stream().noneMatch(old -> old.id().equals(link.id()))
                && t.socialLinks().putIfAbsent(link.identity(), link) == null);
  }

  @Override
  public Optional<SocialLink> find(SocialIdentity identity) {
    return database.run(t -> Optional.ofNullable(t.socialLinks().get(identity)));
  }

  @Override
  public List<SocialLink> ofUser(UserId user) {
    return database.run(
        t ->
            of(t, user)
                .sorted(
                    Comparator.comparing(SocialLink::linkedAt)
                        .thenComparing(link -> link.id().toString()))
                .limit(MOST)
                .toList());
  }

  @Override
  public boolean remove(UserId user, UUID link) {
    return database.run(
        t ->
            t.socialLinks()
                .values()
                .removeIf(old -> old.user().equals(user) && old.id().equals(link)));
  }

  private static Stream<SocialLink> of(Tables t, UserId user) {
    return t.socialLinks().values().stream().filter(link -> link.user().equals(user));
  }
}
