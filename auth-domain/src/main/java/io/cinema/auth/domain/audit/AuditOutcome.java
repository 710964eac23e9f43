package io.cinema.auth.domain.audit;

/** What came of it. */
public enum AuditOutcome {
  DONE,
  /** A rule stood against it, and nothing changed. */
  REFUSED
}
