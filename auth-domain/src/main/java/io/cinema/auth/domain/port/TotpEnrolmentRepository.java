package io.cinema.auth.domain.port;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.TotpEnrolment;
import java.util.Optional;

/** Keeps the authenticator app of each user: at most one. */
public interface TotpEnrolmentRepository {

  Optional<TotpEnrolment> find(UserId user);

  /** Writes an enrolment in place of the one that the user may have. */
  void save(TotpEnrolment enrolment);

  /**
   * Moves the last used step of a confirmed enrolment forward: an atomic compare-and-set, so that
   * of many parallel calls with one step exactly one gets true.
   *
   * @return false when that step or a later one was used before, or there is nothing confirmed
   */
  boolean useStep(UserId user, long step);

  /**
   * Forgets the user's enrolment.
   *
   * @return whether there was one
   */
  boolean remove(UserId user);
}
