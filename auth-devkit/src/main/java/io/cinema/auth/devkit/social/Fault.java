package io.cinema.auth.devkit.social;

import org.jspecify.annotations.Nullable;

/**
 * A defect, and where.
 *
 * @param path null for everywhere
 */
record Fault(Defect defect, @Nullable String path) {

  boolean isAt(String where) {
    return path == null || path.equals(where);
  }
}
