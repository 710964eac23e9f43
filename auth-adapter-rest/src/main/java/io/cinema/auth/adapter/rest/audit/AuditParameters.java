package io.cinema.auth.adapter.rest.audit;

import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.audit.AuditOutcome;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which events to answer with; each narrows what the others leave. */
@Introspected
record AuditParameters(
    @Nullable
        @QueryValue("actor_id")
        @Parameter(
            description = "The user who did it",
            example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e",
            schema = @Schema(type = "string", format = "uuid"))
        String actorId,
    @Nullable
        @QueryValue("target_id")
        @Parameter(
            description = "The user, role or key to which it was done",
            example = "019aaf7e-6c11-7a52-8f0d-3b2c1d0e9f8a")
        String targetId,
    @Nullable @QueryValue @Parameter(description = "What was done", example = "role.granted")
        String action,
    @Nullable
        @QueryValue
        @Parameter(
            description = "What came of it",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"done", "refused"}))
        String outcome,
    @Nullable
        @QueryValue
        @Parameter(
            description = "The earliest time, included (RFC 3339)",
            schema = @Schema(type = "string", format = "date-time"))
        String since,
    @Nullable
        @QueryValue
        @Parameter(
            description = "The latest time, excluded (RFC 3339)",
            schema = @Schema(type = "string", format = "date-time"))
        String until) {
  private static final int LONGEST_ID = 64;

  /** Java reads more than RFC 3339 section 5.6 allows: no seconds, years of nine digits. */
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

  /**
   * @throws io.cinema.auth.adapter.rest.problem.ProblemException {@code invalid-request}, with what
   *     else was told to the fields
   */
  AuditFilter filter(Fields fields) {
    Field<UserId> actor = fields.optional(actorId, AuditParameters::actor);
    Field<String> target =
        fields.optional(targetId, raw -> Text.checked("target_id", raw, 1, LONGEST_ID));
    Field<AuditAction> what = fields.optional(action, AuditAction::new);
    Field<AuditOutcome> end = fields.optional(outcome, AuditParameters::outcome);
    Field<Instant> from = fields.optional(since, raw -> time("since", raw));
    Field<Instant> to = fields.optional(until, raw -> time("until", raw));
    fields.check();
    return new AuditFilter(
        actor.orNull(), target.orNull(), what.orNull(), end.orNull(), from.orNull(), to.orNull());
  }

  private static UserId actor(String raw) {
    return UserId.parse(raw)
        .orElseThrow(() -> new InvalidValueException("actor_id", "bad_id", "must be a user's id"));
  }

  private static AuditOutcome outcome(String raw) {
    return switch (raw) {
      case "done" -> AuditOutcome.DONE;
      case "refused" -> AuditOutcome.REFUSED;
      default -> throw new InvalidValueException("outcome", "bad_value", "must be done or refused");
    };
  }

  private static Instant time(String field, String raw) {
    if (!TIME.matcher(raw).matches()) {
      throw badTime(field);
    }
    try {
      return OffsetDateTime.parse(raw).toInstant();
    } catch (DateTimeParseException notInTheCalendar) {
      throw badTime(field);
    }
  }

  private static InvalidValueException badTime(String field) {
    return new InvalidValueException(
        field, "bad_time", "must be a time such as 2026-01-31T18:00:00Z");
  }
}
