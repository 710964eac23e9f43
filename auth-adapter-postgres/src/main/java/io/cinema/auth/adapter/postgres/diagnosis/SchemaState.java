package io.cinema.auth.adapter.postgres.diagnosis;

import io.cinema.auth.domain.diagnosis.Finding;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * How the schema stands to this binary.
 *
 * @param isThere whether any migration was run
 */
record SchemaState(boolean isThere, Finding finding) {
  private static final String SUBJECT = "migrations";
  private static final String MIGRATE = "start auth-server once with AUTH_MIGRATION_USER set";

  static SchemaState of(DatabaseFacts facts) {
    try {
      List<MigrationInfo> all = facts.migrations();
      boolean isThere = all.stream().anyMatch(m -> m.getState().isApplied());
      return new SchemaState(isThere, finding(isThere, all));
    } catch (FlywayException unreadable) {
      return new SchemaState(
          true,
          Finding.wrong(
              SUBJECT,
              "auth.flyway_schema_history can't be read by this role",
              MIGRATE + ", and AUTH_DATABASE_USER to the role that the service runs as"));
    }
  }

  private static Finding finding(boolean isThere, List<MigrationInfo> all) {
    if (!isThere) {
      return Finding.wrong(SUBJECT, "the schema auth is not there", MIGRATE);
    }
    String failed = versions(all, MigrationState::isFailed);
    if (!failed.isEmpty()) {
      return Finding.wrong(SUBJECT, "failed: " + failed, MIGRATE + ", and read in its log why");
    }
    String pending = versions(all, state -> !state.isApplied());
    if (!pending.isEmpty()) {
      return Finding.wrong(SUBJECT, "not run yet: " + pending, MIGRATE);
    }
    String newer = versions(all, state -> state == MigrationState.FUTURE_SUCCESS);
    if (!newer.isEmpty()) {
      return Finding.doubtful(
          SUBJECT,
          "of a newer release than this one: " + newer,
          "finish the upgrade, or the way back, so that all nodes run one release");
    }
    return Finding.well(SUBJECT, all.size() + " of " + all.size() + " run");
  }

  private static String versions(List<MigrationInfo> all, Predicate<MigrationState> which) {
    return all.stream()
        .filter(migration -> which.test(migration.getState()))
        .map(migration -> migration.getVersion() + " " + migration.getDescription())
        .collect(Collectors.joining(", "));
  }
}
