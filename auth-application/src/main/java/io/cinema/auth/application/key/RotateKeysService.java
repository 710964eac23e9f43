package io.cinema.auth.application.key;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.KeyRing;
import io.cinema.auth.domain.port.SigningKeyGenerator;
import io.cinema.auth.domain.port.SigningKeyRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.token.KeySchedule;
import io.cinema.auth.domain.token.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class RotateKeysService implements RotateKeys {
  /** Nodes read their keys once a minute. */
  private static final Duration SOON = Duration.ofMinutes(2);

  /** Each loses to another rotation at the same moment, which is as good. */
  private static final int ATTEMPTS = 3;

  private final SigningKeyRepository repository;
  private final SigningKeyGenerator generator;
  private final KeyRing ring;
  private final KeySchedule schedule;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public RotateKeysService(
      SigningKeyRepository repository,
      SigningKeyGenerator generator,
      KeyRing ring,
      KeySchedule schedule,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.repository = repository;
    this.generator = generator;
    this.ring = ring;
    this.schedule = schedule;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public Result rotate(Administrator by, Pace pace) {
    by.require(AdminPermission.KEYS_WRITE);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Result> result = attempt(by, pace);
      if (result.isPresent()) {
        return result.get();
      }
    }
    throw new IllegalStateException("others make signing keys all the time");
  }

  private Optional<Result> attempt(Administrator by, Pace pace) {
    Instant now = clock.instant();
    List<SigningKey> keys = repository.all();
    // Throws under another master key: the nodes could not open what is sealed with that.
    ring.load(schedule.published(keys, now));
    Instant from = keys.isEmpty() ? now : now.plus(notice(pace));
    Optional<SigningKey> coming =
        keys.stream()
            .filter(key -> key.activeFrom().isAfter(now) && !key.activeFrom().isAfter(from))
            .findFirst();
    if (coming.isPresent()) {
      return Optional.of(new AlreadyComing(coming.get()));
    }
    int generation = keys.isEmpty() ? 1 : keys.getLast().generation() + 1;
    SigningKey next = generator.generate(generation, now, from);
    return unitOfWork.inTransaction(() -> add(by, next));
  }

  private Optional<Result> add(Administrator by, SigningKey next) {
    if (!repository.add(next)) {
      return Optional.empty();
    }
    trail.done(
        by.actor(),
        AuditAction.KEY_ROTATED,
        AuditTarget.ofKey(next.id()),
        Map.of("signs_from", next.activeFrom().toString()));
    return Optional.of(new Rotated(next));
  }

  private Duration notice(Pace pace) {
    return switch (pace) {
      case WITH_NOTICE -> schedule.notice();
      case SOON -> SOON;
    };
  }
}
