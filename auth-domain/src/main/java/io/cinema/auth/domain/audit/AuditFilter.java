package io.cinema.auth.domain.audit;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.value.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events to read; null leaves a side open.
 *
 * @param actor who did it
 * @param targetId to whom or what, of whatever kind
 * @param since the earliest time, included
 * @param until the latest time, excluded
 */
public record AuditFilter(
    @Nullable UserId actor,
    @Nullable String targetId,
    @Nullable AuditAction action,
    @Nullable AuditOutcome outcome,
    @Nullable Instant since,
    @Nullable Instant until) {
  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

  /** The longest id there is: a {@code kid}. */
  private static final int LONGEST_ID = 64;

  /**
   * @throws io.cinema.auth.domain.value.InvalidValueException for field {@code target_id}, as
   *     {@link Text#checked} does
   */
  public AuditFilter {
    targetId = targetId == null ? null : Text.checked("target_id", targetId, 1, LONGEST_ID);
  }
}
