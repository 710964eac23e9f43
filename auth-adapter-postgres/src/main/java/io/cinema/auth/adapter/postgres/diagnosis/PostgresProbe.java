package io.cinema.auth.adapter.postgres.diagnosis;

import static io.cinema.auth.domain.diagnosis.Finding.doubtful;
import static io.cinema.auth.domain.diagnosis.Finding.well;
import static io.cinema.auth.domain.diagnosis.Finding.wrong;

import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.port.BackendProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks whether the database is fit for the service, with the service's own role. */
@Singleton
public class PostgresProbe implements BackendProbe {
  private static final int OLDEST_SERVER = 14;
  private static final int PER_MAJOR = 10_000;
  private static final Duration DOUBTFUL_SKEW = Duration.ofSeconds(2);
  private static final Duration WRONG_SKEW = Duration.ofSeconds(30);
  private static final double NANOS_PER_MILLI = 1e6;

  private final DatabaseFacts facts;

  PostgresProbe(DatabaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public List<Finding> look(Instant now) {
    try {
      return seen(now);
    } catch (RuntimeException failure) {
      return List.of(ConnectionTrouble.of(failure).orElseThrow(() -> failure));
    }
  }

  private List<Finding> seen(Instant now) {
    long begun = System.nanoTime();
    // Opens the connection, which may take longer than the clocks differ.
    Duration _ = facts.roundTrip();
    List<Finding> findings = new ArrayList<>();
    findings.add(reached(facts.roundTrip()));
    long asked = System.nanoTime();
    DatabaseFacts.Server server = facts.server();
    Instant here = now.plusNanos(asked - begun).plusNanos((System.nanoTime() - asked) / 2);
    findings.add(version(server));
    findings.add(clock(Duration.between(here, server.time())));
    SchemaState schema = SchemaState.of(facts);
    findings.add(schema.finding());
    findings.add(role(facts.role()));
    if (schema.isThere()) {
      findings.add(month(YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(1)));
    }
    return findings;
  }

  private static Finding reached(Duration took) {
    return well(
        "postgres",
        String.format(Locale.ROOT, "answers in %.1f ms", took.toNanos() / NANOS_PER_MILLI));
  }

  static Finding version(DatabaseFacts.Server server) {
    String observed = "PostgreSQL " + server.version();
    return server.number() / PER_MAJOR >= OLDEST_SERVER
        ? well("postgres version", observed)
        : wrong(
            "postgres version",
            observed,
            "upgrade the server to PostgreSQL " + OLDEST_SERVER + " or later");
  }

  private static Finding clock(Duration ahead) {
    Duration off = ahead.abs();
    String observed =
        String.format(
            Locale.ROOT,
            "%.1f s %s of this machine's clock",
            off.toMillis() / 1000.0,
            ahead.isNegative() ? "behind" : "ahead");
    String remedy = "let both machines take their time from NTP (timedatectl set-ntp true)";
    if (off.compareTo(WRONG_SKEW) > 0) {
      return wrong("postgres clock", observed, remedy);
    }
    return off.compareTo(DOUBTFUL_SKEW) > 0
        ? doubtful("postgres clock", observed, remedy)
        : well("postgres clock", observed);
  }

  private static Finding role(DatabaseFacts.Role role) {
    return role.mayChangeSchema()
        ? doubtful(
            "database role",
            role.name() + " may change the schema",
            "run the service as a role that owns nothing and may create nothing: set"
                + " AUTH_DATABASE_USER to it, and AUTH_MIGRATION_USER to the owner")
        : well("database role", role.name() + " may not change the schema");
  }

  private Finding month(YearMonth next) {
    return facts.isPrepared(next)
        ? well("login history", "has room for " + next)
        : doubtful(
            "login history",
            "has no room for " + next + " yet",
            "auth-server makes it while it runs: start it, or look into its log why it could not");
  }
}
