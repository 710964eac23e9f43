package io.cinema.auth.domain.audit;

import io.cinema.auth.domain.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * What was done, as {@code thing.done}. Not an enum: a line that a newer release wrote is read as
 * it is.
 */
public record AuditAction(String word) {
  // Before the actions below, which it checks.
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z_]{0,31}\\.[a-z][a-z_]{0,31}");

  public static final AuditAction ROLE_CREATED = new AuditAction("role.created");
  public static final AuditAction ROLE_CHANGED = new AuditAction("role.changed");
  public static final AuditAction ROLE_DELETED = new AuditAction("role.deleted");
  public static final AuditAction ROLE_GRANTED = new AuditAction("role.granted");
  public static final AuditAction ROLE_REVOKED = new AuditAction("role.revoked");
  public static final AuditAction USER_DISABLED = new AuditAction("user.disabled");
  public static final AuditAction USER_ENABLED = new AuditAction("user.enabled");

  /** All sessions of somebody else were ended. */
  public static final AuditAction USER_SIGNED_OUT = new AuditAction("user.signed_out");

  public static final AuditAction SUPERUSER_CREATED = new AuditAction("superuser.created");
  public static final AuditAction SUPERUSER_PROMOTED = new AuditAction("superuser.promoted");
  public static final AuditAction SUPERUSER_DEMOTED = new AuditAction("superuser.demoted");
  public static final AuditAction PASSWORD_CHANGED = new AuditAction("password.changed");
  public static final AuditAction LOGIN_CHANGED = new AuditAction("login.changed");
  public static final AuditAction EMAIL_CHANGED = new AuditAction("email.changed");

  public static final AuditAction AGENTS_CHANGED = new AuditAction("agents.changed");

  /** A second factor was set up and confirmed. */
  public static final AuditAction TOTP_ENABLED = new AuditAction("totp.enabled");

  public static final AuditAction TOTP_DISABLED = new AuditAction("totp.disabled");

  /** A second factor was taken from somebody who had lost it. */
  public static final AuditAction TOTP_RESET = new AuditAction("totp.reset");

  public static final AuditAction RECOVERY_CODES_RENEWED =
      new AuditAction("recovery_codes.renewed");

  public static final AuditAction SOCIAL_LINKED = new AuditAction("social.linked");
  public static final AuditAction SOCIAL_UNLINKED = new AuditAction("social.unlinked");

  public static final AuditAction KEY_ROTATED = new AuditAction("key.rotated");

  /** An administrator was stopped at the door: another permission was needed. */
  public static final AuditAction ACCESS_DENIED = new AuditAction("access.denied");

  /**
   * @throws InvalidValueException for field {@code action}: {@code bad_action}
   */
  public AuditAction {
    if (!SHAPE.matcher(word).matches()) {
      throw new InvalidValueException("action", "bad_action", "must read thing.done");
    }
  }

  @Override
  public String toString() {
    return word;
  }
}
