package io.cinema.auth.cli.audit;

import io.cinema.auth.cli.shell.Checked;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.audit.AuditOutcome;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which events to read. */
final class AuditOptions {
  @Option(
      names = "--action",
      paramLabel = "<action>",
      converter = ActionWord.class,
      description = "Only this, as role.granted.")
  @Nullable AuditAction action;

  @Option(
      names = "--outcome",
      paramLabel = "<outcome>",
      converter = OutcomeWord.class,
      description = "Only what was done, or only what was refused: done, refused.")
  @Nullable AuditOutcome outcome;

  @Option(
      names = "--since",
      paramLabel = "<time>",
      converter = Time.class,
      description = "Only from then on, as 2026-01-31T12:00:00Z.")
  @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "<time>",
      converter = Time.class,
      description = "Only before then.")
  @Nullable Instant until;

  @Option(
      names = "--target",
      paramLabel = "<id>",
      converter = TargetId.class,
      description = "Only what was done to this: the id of an account, a role or a key.")
  @Nullable String target;

  static final class ActionWord extends Checked<AuditAction> {
    ActionWord() {
      super(AuditAction::new);
    }
  }

  static final class TargetId extends Checked<String> {
    TargetId() {
      super(TargetId::checked);
    }

    private static String checked(String raw) {
      AuditFilter _ = new AuditFilter(null, raw, null, null, null, null);
      return raw;
    }
  }

  static final class OutcomeWord extends Checked<AuditOutcome> {
    OutcomeWord() {
      super(OutcomeWord::read);
    }

    private static AuditOutcome read(String raw) {
      for (AuditOutcome outcome : AuditOutcome.values()) {
        if (outcome.name().toLowerCase(Locale.ROOT).equals(raw)) {
          return outcome;
        }
      }
      throw new TypeConversionException("must be done or refused");
    }
  }

  static final class Time extends Checked<Instant> {
    Time() {
      super(Time::read);
    }

    private static Instant read(String raw) {
      try {
        return OffsetDateTime.parse(raw).toInstant();
      } catch (DateTimeParseException notOne) {
        throw new TypeConversionException("must be a time such as 2026-01-31T12:00:00Z");
      }
    }
  }
}
