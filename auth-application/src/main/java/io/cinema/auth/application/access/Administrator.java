package io.cinema.auth.application.access;

import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.role.PermissionSet;

/**
 * Somebody who was let in to act as an administrator, with what they may do. Only {@link
 * AdmitAdministrator} and {@link AdmitConsole} let anybody in, so that no use case that asks for
 * one can be reached past them; {@link Readmission} asks again.
 */
public final class Administrator {
  private final Actor actor;
  private final boolean superuser;
  private final PermissionSet permissions;

  Administrator(Actor actor, boolean superuser, PermissionSet permissions) {
    this.actor = actor;
    this.superuser = superuser;
    this.permissions = permissions;
  }

  public Actor actor() {
    return actor;
  }

  public boolean superuser() {
    return superuser;
  }

  public PermissionSet permissions() {
    return permissions;
  }

  /**
   * Makes sure that whoever let them in asked for the right thing.
   *
   * @throws IllegalStateException when they were let in for something else
   */
  public void require(AdminPermission needed) {
    if (!permissions.allows(needed.permission())) {
      throw new IllegalStateException("let in without " + needed);
    }
  }

  /**
   * As {@link #require}, for what only superusers and the console may do.
   *
   * @throws IllegalStateException when they are neither
   */
  public void requireSuperuser() {
    if (!superuser) {
      throw new IllegalStateException("let in without being a superuser");
    }
  }

  @Override
  public String toString() {
    return "administrator " + actor;
  }
}
