package io.cinema.auth.application.access;

import io.cinema.auth.domain.access.AdminPermission;

/**
 * An administrator lost the right to what they are about to do after they were let in. Nothing was
 * done.
 */
public final class AdmissionWithdrawnException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AdmissionWithdrawnException(AdminPermission needed) {
    super("let in for " + needed + ", which they hold no more", null, false, false);
  }
}
