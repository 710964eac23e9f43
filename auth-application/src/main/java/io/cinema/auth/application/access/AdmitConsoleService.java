package io.cinema.auth.application.access;

import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.role.PermissionSet;

public final class AdmitConsoleService implements AdmitConsole {

  @Override
  public Administrator admit(String operator) {
    return new Administrator(new Actor.Console(operator), true, PermissionSet.EVERYTHING);
  }
}
