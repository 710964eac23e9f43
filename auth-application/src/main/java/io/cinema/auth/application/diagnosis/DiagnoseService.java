package io.cinema.auth.application.diagnosis;

import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.port.BackendProbe;
import io.cinema.auth.domain.port.KeyRing;
import io.cinema.auth.domain.port.SigningKeyRepository;
import io.cinema.auth.domain.port.UserDirectory;
import io.cinema.auth.domain.token.KeySchedule;
import io.cinema.auth.domain.token.SigningKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class DiagnoseService implements Diagnose {
  private final List<BackendProbe> probes;
  private final SigningKeyRepository keys;
  private final KeyRing ring;
  private final KeySchedule schedule;
  private final UserDirectory directory;
  private final InstantSource clock;

  public DiagnoseService(
      List<BackendProbe> probes,
      SigningKeyRepository keys,
      KeyRing ring,
      KeySchedule schedule,
      UserDirectory directory,
      InstantSource clock) {
    this.probes = List.copyOf(probes);
    this.keys = keys;
    this.ring = ring;
    this.schedule = schedule;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    // Each by the time it is then: the one before may have waited for an outage.
    probes.forEach(probe -> findings.addAll(probe.look(clock.instant())));
    // Both are kept in Postgres: where that does not work as it is, they would only say so again.
    if (findings.stream().allMatch(DiagnoseService::works)) {
      findings.add(signingKeys(clock.instant()));
      findings.add(superusers());
    }
    return findings;
  }

  private static boolean works(Finding finding) {
    return switch (finding.verdict()) {
      case WELL, DOUBTFUL -> true;
      case WRONG, AWAY -> false;
    };
  }

  private Finding signingKeys(Instant now) {
    String subject = "signing keys";
    List<SigningKey> all = keys.all();
    if (all.isEmpty()) {
      return Finding.doubtful(
          subject, "there are none yet", "start auth-server: it makes the first one");
    }
    try {
      ring.load(schedule.published(all, now));
    } catch (IllegalStateException sealedUnderAnother) {
      return Finding.wrong(
          subject,
          "they can't be opened with this AUTH_MASTER_KEY",
          "set AUTH_MASTER_KEY to the one that this database was first used with");
    }
    Optional<SigningKey> active = schedule.active(all, now);
    if (active.isEmpty()) {
      return Finding.wrong(
          subject, "none signs yet", "compare the clocks of this machine and of the nodes");
    }
    if (schedule.due(all, now).isPresent()) {
      return Finding.doubtful(
          subject,
          active.get().id() + " signs, and the next one is due",
          "auth-server makes it within a minute; if this stays, read its log");
    }
    return Finding.well(subject, active.get().id() + " signs since " + active.get().activeFrom());
  }

  private Finding superusers() {
    String subject = "superusers";
    long enabled =
        directory.superusers().stream().filter(user -> user.state().disabledAt() == null).count();
    return enabled > 0
        ? Finding.well(subject, Long.toString(enabled))
        : Finding.doubtful(subject, "there is none", "make one with: auth-cli superuser create");
  }
}
