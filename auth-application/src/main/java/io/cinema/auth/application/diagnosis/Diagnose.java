package io.cinema.auth.application.diagnosis;

import io.cinema.auth.domain.diagnosis.Finding;
import java.util.List;

/** Looks at everything the service needs, and says what is wrong and what to do. */
public interface Diagnose {

  /** All findings, in an order that a person would look in. Never throws for an outage. */
  List<Finding> findings();
}
