package io.cinema.auth.application.key;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.port.SigningKeyRepository;
import io.cinema.auth.domain.token.KeySchedule;
import io.cinema.auth.domain.token.SigningKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class ListKeysService implements ListKeys {
  private final SigningKeyRepository repository;
  private final KeySchedule schedule;
  private final InstantSource clock;

  public ListKeysService(
      SigningKeyRepository repository, KeySchedule schedule, InstantSource clock) {
    this.repository = repository;
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public List<Listed> list(Administrator by) {
    by.require(AdminPermission.KEYS_READ);
    Instant now = clock.instant();
    List<SigningKey> keys = repository.all();
    Optional<SigningKey> active = schedule.active(keys, now);
    return schedule.published(keys, now).stream()
        .map(key -> new Listed(key, use(key, active.orElse(null), now)))
        .toList();
  }

  private static Use use(SigningKey key, @Nullable SigningKey active, Instant now) {
    if (key.equals(active)) {
      return Use.SIGNS;
    }
    return key.activeFrom().isAfter(now) ? Use.NEXT : Use.RETIRED;
  }
}
