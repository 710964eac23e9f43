package io.cinema.auth.application.audit;

import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditOutcome;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.AuditEventRepository;
import io.cinema.auth.domain.port.Ids;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit trail. Called inside the unit of work of what it tells of, so that both stand or
 * neither.
 */
public final class AuditTrail {
  private final AuditEventRepository events;
  private final Ids ids;
  private final InstantSource clock;

  public AuditTrail(AuditEventRepository events, Ids ids, InstantSource clock) {
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  public void done(
      Actor actor, AuditAction action, AuditTarget target, Map<String, String> detail) {
    record(actor, action, target, AuditOutcome.DONE, null, detail);
  }

  /**
   * @param target null where there is none
   * @param reason a word, as in the slug of a problem
   */
  public void refused(
      Actor actor,
      AuditAction action,
      @Nullable AuditTarget target,
      String reason,
      Map<String, String> detail) {
    record(actor, action, target, AuditOutcome.REFUSED, reason, detail);
  }

  private void record(
      Actor actor,
      AuditAction action,
      @Nullable AuditTarget target,
      AuditOutcome outcome,
      @Nullable String reason,
      Map<String, String> detail) {
    events.record(
        new AuditEvent(
            ids.next(), clock.instant(), actor, action, target, outcome, reason, detail));
  }
}
