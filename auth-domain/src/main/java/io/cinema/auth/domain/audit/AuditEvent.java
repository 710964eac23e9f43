package io.cinema.auth.domain.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param id UUIDv7; orders events of one instant
 * @param target null where there was none yet, as for a role that was not created
 * @param reason why it was refused, a word such as {@code last-superuser}; null when it was done
 * @param detail what else is worth knowing, by name; never a secret, never personal data
 */
public record AuditEvent(
    UUID id,
    Instant at,
    Actor actor,
    AuditAction action,
    @Nullable AuditTarget target,
    AuditOutcome outcome,
    @Nullable String reason,
    Map<String, String> detail) {

  public AuditEvent {
    detail = Map.copyOf(detail);
  }
}
