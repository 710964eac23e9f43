package io.cinema.auth.adapter.rest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.paging.Page;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param action what was done, as {@code thing.done}
 * @param target to whom or what; null where there was none yet
 * @param outcome {@code done} or {@code refused}
 * @param reason why it was refused, a word as in the slug of a problem
 * @param detail what else is worth knowing, by name
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AuditEvent")
record AuditEventBody(
    @Schema(format = "uuid", example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e") String id,
    Instant at,
    By actor,
    @Schema(example = "role.granted") String action,
    @Nullable Target target,
    @Schema(example = "done") String outcome,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "last-superuser")
        @Nullable String reason,
    Map<String, String> detail) {

  static AuditEventBody of(AuditEvent event) {
    return new AuditEventBody(
        event.id().toString(),
        event.at(),
        By.of(event.actor()),
        event.action().word(),
        Target.of(event.target()),
        event.outcome().name().toLowerCase(Locale.ROOT),
        event.reason(),
        new TreeMap<>(event.detail()));
  }

  /**
   * Who did it.
   *
   * @param kind {@code user} or {@code console}
   * @param id the user
   * @param name the operator at the console, as the operating system knows them
   */
  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "AuditActor")
  record By(
      @Schema(example = "user") String kind,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              format = "uuid",
              example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e")
          @Nullable String id,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "root") @Nullable String name,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "203.0.113.7")
          @Nullable String ip,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              example = "Mozilla/5.0 (X11; Linux x86_64)")
          @Nullable String userAgent) {

    static By of(Actor actor) {
      return switch (actor) {
        case Actor.Person person ->
            new By(
                "user",
                person.user().toString(),
                null,
                person.origin().ip(),
                person.origin().agent().value());
        case Actor.Console(String operator) -> new By("console", null, operator, null, null);
      };
    }
  }

  /**
   * To whom or what it was done.
   *
   * @param kind {@code user}, {@code role} or {@code key}
   */
  @Serdeable.Serializable
  @Schema(name = "AuditTarget", nullable = true)
  record Target(
      @Schema(example = "role") String kind,
      @Schema(example = "019aaf7e-6c11-7a52-8f0d-3b2c1d0e9f8a") String id) {

    static @Nullable Target of(@Nullable AuditTarget target) {
      return target == null ? null : new Target(target.kind(), target.id());
    }
  }

  /**
   * A part of the trail, newest first.
   *
   * @param nextCursor send it as {@code cursor} for the next part; null when there is none
   */
  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "AuditEvents")
  record Part(List<AuditEventBody> items, @Nullable String nextCursor) {
    static Part of(Page<AuditEvent> page) {
      return new Part(
          page.items().stream().map(AuditEventBody::of).toList(),
          page.next() == null ? null : page.next().word());
    }
  }
}
