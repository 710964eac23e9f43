package io.cinema.auth.bootstrap.upkeep;

import io.cinema.auth.application.upkeep.HistoryUpkeep;
import io.cinema.auth.application.upkeep.RevocationUpkeep;
import io.cinema.auth.application.upkeep.SessionUpkeep;
import io.cinema.auth.application.upkeep.SigningKeyUpkeep;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the upkeep, each kind at its own pace. An outage is told once when it begins and once when
 * it is over.
 */
@Context
class UpkeepSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(UpkeepSchedule.class);

  private final RevocationUpkeep revocations;
  private final SigningKeyUpkeep keys;
  private final HistoryUpkeep history;
  private final SessionUpkeep sessions;
  private final Map<String, PortUnavailableException> outages = new ConcurrentHashMap<>();

  UpkeepSchedule(
      RevocationUpkeep revocations,
      SigningKeyUpkeep keys,
      HistoryUpkeep history,
      SessionUpkeep sessions) {
    this.revocations = revocations;
    this.keys = keys;
    this.history = history;
    this.sessions = sessions;
  }

  /** As long as Redis can't be believed every request asks Postgres, so this is often. */
  @Scheduled(initialDelay = "200ms", fixedDelay = "200ms")
  void fillRevocations() {
    attempt("filling Redis", revocations::fillIfNeeded);
  }

  @Scheduled(initialDelay = "1s", fixedDelay = "1s")
  void relayRevocations() {
    attempt("relaying revocations", revocations::relay);
  }

  @Scheduled(initialDelay = "1m", fixedDelay = "1m")
  void keepKeys() {
    attempt("keeping the signing keys", keys::run);
  }

  @Scheduled(initialDelay = "1h", fixedDelay = "1h")
  void keepHistory() {
    attempt("keeping the login history", history::run);
  }

  @Scheduled(initialDelay = "10m", fixedDelay = "1h")
  void forget() {
    attempt("forgetting old sessions", sessions::run);
    attempt("forgetting old revocations", revocations::purge);
  }

  private void attempt(String what, Runnable work) {
    try {
      work.run();
      if (outages.remove(what) != null) {
        LOG.info("{} works again", what);
      }
    } catch (PortUnavailableException outage) {
      if (outages.put(what, outage) == null) {
        LOG.warn("{} has to wait: {}", what, outage.getMessage());
      }
    }
  }
}
