package io.cinema.auth.domain.access;

import io.cinema.auth.domain.role.PermissionSet;

/** Somebody who wants to do or watch something, as far as the rules care. */
public sealed interface Visitor {

  /** Nobody we know. */
  record Anonymous() implements Visitor {}

  /** Whoever signed in, with all that their roles allow. */
  record Member(PermissionSet permissions) implements Visitor {}

  /** May do everything. */
  record Superuser() implements Visitor {}

  /** Has an account that an administrator disabled: as good as nobody. */
  record Disabled() implements Visitor {}
}
