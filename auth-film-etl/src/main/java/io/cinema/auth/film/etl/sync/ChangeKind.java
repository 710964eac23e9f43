package io.cinema.auth.film.etl.sync;

/**
 * What in the catalogue was changed, if a film's document is to change. Each is a stream of its
 * own.
 */
public enum ChangeKind {
  /** A film, or which genres and people it has. */
  FILM,
  /** A genre of films. */
  GENRE,
  /** Somebody who has a part in films. */
  PERSON,
  /** A film is gone. */
  DELETION
}
