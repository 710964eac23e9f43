package io.cinema.auth.film.etl.verify;

import java.util.List;
import java.util.UUID;

/** Compares the index with the catalogue, film by film and field by field. */
public interface VerifyIndex {

  /** How many films {@link Verified} names. */
  int SHOWN = 20;

  /** While films are being changed, those of the last cycle may be told as different. */
  Verified verify();

  /**
   * @param catalogue how many films the catalogue has
   * @param index how many the index has
   * @param differing how many are missing in the index, too many, or not the same
   * @param examples the first {@link #SHOWN} of those
   */
  record Verified(long catalogue, long index, long differing, List<Difference> examples) {
    public boolean isEqual() {
      return differing == 0;
    }
  }

  /**
   * @param fields the names of the fields that differ; empty when the film is on one side alone
   */
  record Difference(UUID film, Kind kind, List<String> fields) {}

  /** What is the matter with a film. */
  enum Kind {
    /** Not in the index. */
    MISSING,
    /** Not in the catalogue. */
    SURPLUS,
    /** Not the same. */
    DIFFERENT
  }
}
