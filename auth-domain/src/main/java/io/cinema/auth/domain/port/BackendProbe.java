package io.cinema.auth.domain.port;

import io.cinema.auth.domain.diagnosis.Finding;
import java.time.Instant;
import java.util.List;

/** Looks whether a backend is fit to work with. */
public interface BackendProbe {

  /**
   * Looks at everything worth telling, within a few seconds. Never throws for an outage: that is a
   * finding too.
   *
   * @param now this machine's time, to hold the backend's against
   */
  List<Finding> look(Instant now);
}
