package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.TotpEnrolment;
import io.cinema.auth.domain.port.TotpEnrolmentRepository;
import java.util.Optional;

/** Authenticator apps in memory. */
public final class MemoryTotpEnrolmentRepository implements TotpEnrolmentRepository {
  private final MemoryDatabase database;

  public MemoryTotpEnrolmentRepository(MemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<TotpEnrolment> find(UserId user) {
    return database.run(t -> Optional.ofNullable(t.enrolments().get(user)));
  }

  @Override
  public void save(TotpEnrolment enrolment) {
    database.run(
        t -> {
          if (!t.users().containsKey(enrolment.user())) {
            throw new IllegalStateException("there is no user " + enrolment.user());
          }
          return t.enrolments().put(enrolment.user(), enrolment);
        });
  }

  @Override
  public boolean useStep(UserId user, long step) {
    return database.run(
        t -> {
          TotpEnrolment was = t.enrolments().get(user);
          if (was == null || !was.confirmed() || was.lastStep() >= step) {
            return false;
          }
          t.enrolments().put(user, withLastStep(was, step));
          return true;
        });
  }

  @Override
  public boolean remove(UserId user) {
    return database.run(t -> t.enrolments().remove(user) != null);
  }

  private static TotpEnrolment withLastStep(TotpEnrolment was, long step) {
    return new TotpEnrolment(was.user(), was.secret(), was.createdAt(), was.confirmedAt(), step);
  }
}
