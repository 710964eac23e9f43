package io.cinema.auth.bootstrap.cli;

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
import io.cinema.auth.cli.shell.UseCases;
import io.cinema.auth.film.etl.label.ApplyLabelRules;
import io.cinema.auth.film.etl.label.CountLabels;
import io.cinema.auth.film.etl.label.SetLabel;

/** The use cases as the service has them. */
public final class ContextUseCases implements UseCases {
  private final CliContext context;

  public ContextUseCases(CliContext context) {
    this.context = context;
  }

  @Override
  public AdmitConsole admitConsole() {
    return context.bean(AdmitConsole.class);
  }

  @Override
  public CreateSuperuser createSuperuser() {
    return context.bean(CreateSuperuser.class);
  }

  @Override
  public ChangeSuperuser changeSuperuser() {
    return context.bean(ChangeSuperuser.class);
  }

  @Override
  public FindUsers findUsers() {
    return context.bean(FindUsers.class);
  }

  @Override
  public DisableUser disableUser() {
    return context.bean(DisableUser.class);
  }

  @Override
  public SignOutUser signOutUser() {
    return context.bean(SignOutUser.class);
  }

  @Override
  public ResetSecondFactor resetSecondFactor() {
    return context.bean(ResetSecondFactor.class);
  }

  @Override
  public ReadPermissions readPermissions() {
    return context.bean(ReadPermissions.class);
  }

  @Override
  public ReadRoles readRoles() {
    return context.bean(ReadRoles.class);
  }

  @Override
  public CreateRole createRole() {
    return context.bean(CreateRole.class);
  }

  @Override
  public ChangeRole changeRole() {
    return context.bean(ChangeRole.class);
  }

  @Override
  public DeleteRole deleteRole() {
    return context.bean(DeleteRole.class);
  }

  @Override
  public AssignRole assignRole() {
    return context.bean(AssignRole.class);
  }

  @Override
  public ListKeys listKeys() {
    return context.bean(ListKeys.class);
  }

  @Override
  public RotateKeys rotateKeys() {
    return context.bean(RotateKeys.class);
  }

  @Override
  public ReadAuditEvents readAuditEvents() {
    return context.bean(ReadAuditEvents.class);
  }

  @Override
  public SetLabel setLabel() {
    return context.bean(SetLabel.class);
  }

  @Override
  public ApplyLabelRules applyLabelRules() {
    return context.bean(ApplyLabelRules.class);
  }

  @Override
  public CountLabels countLabels() {
    return context.bean(CountLabels.class);
  }

  @Override
  public Diagnose diagnose() {
    return new SettingsFirst(context);
  }
}
