package io.cinema.auth.application.session;

/** How a refresh ended, for whoever watches the service; the client is told less. */
public enum RefreshOutcome {
  ROTATED,
  /** The token had just been replaced: the same successor once more. */
  REPEATED,
  /** The token had been replaced long ago, and is taken for stolen. */
  REUSED,
  /** The session had ended before. */
  OVER,
  /** The session lived, but its account may have no tokens any more. */
  REFUSED,
  /** It never was a token of ours, or its session is forgotten. */
  UNKNOWN
}
