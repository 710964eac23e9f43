package io.cinema.auth.cli.shell;

import io.cinema.auth.application.access.AdmitConsole;
import io.cinema.auth.application.access.ReadPermissions;
import io.cinema.auth.application.audit.ReadAuditEvents;
import io.cinema.auth.application.diagnosis.Diagnose;
import io.cinema.auth.application.key.ListKeys;
import io.cinema.auth.application.key.RotateKeys;
import io.cinema.auth.application.role.AssignRole;
import io.cinema.auth.application.role.ChangeRole;
import io.cinema.auth.application.role.CreateRole;
import io.cinema.auth.application.role.DeleteRole;
import io.cinema.auth.application.role.ReadRoles;
import io.cinema.auth.application.superuser.ChangeSuperuser;
import io.cinema.auth.application.superuser.CreateSuperuser;
import io.cinema.auth.application.user.DisableUser;
import io.cinema.auth.application.user.FindUsers;
import io.cinema.auth.application.user.ResetSecondFactor;
import io.cinema.auth.application.user.SignOutUser;
import io.cinema.auth.film.etl.label.ApplyLabelRules;
import io.cinema.auth.film.etl.label.CountLabels;
import io.cinema.auth.film.etl.label.SetLabel;

/**
 * What the commands can do. Each is made when it is asked for, so that a command touches only the
 * backends it needs.
 */
public interface UseCases {

  AdmitConsole admitConsole();

  CreateSuperuser createSuperuser();

  ChangeSuperuser changeSuperuser();

  FindUsers findUsers();

  DisableUser disableUser();

  SignOutUser signOutUser();

  ResetSecondFactor resetSecondFactor();

  ReadPermissions readPermissions();

  ReadRoles readRoles();

  CreateRole createRole();

  ChangeRole changeRole();

  DeleteRole deleteRole();

  AssignRole assignRole();

  ListKeys listKeys();

  RotateKeys rotateKeys();

  ReadAuditEvents readAuditEvents();

  SetLabel setLabel();

  ApplyLabelRules applyLabelRules();

  CountLabels countLabels();

  Diagnose diagnose();
}
