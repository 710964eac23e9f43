package io.cinema.auth.application.access;

import io.cinema.auth.domain.access.AccessPolicy;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.access.Decision;
import io.cinema.auth.domain.access.Visitor;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.RoleGrantRepository;
import io.cinema.auth.domain.role.Permission;
import java.util.Optional;

public final class CheckAccessService implements CheckAccess {
  private final RoleGrantRepository grants;

  public CheckAccessService(RoleGrantRepository grants) {
    this.grants = grants;
  }

  @Override
  public Result check(Command command) {
    UserId subject = command.subject() == null ? command.asker() : command.subject();
    if (!subject.equals(command.asker()) && !mayAskAboutOthers(command.asker())) {
      return new Forbidden();
    }
    Optional<Visitor> who = grants.authority(subject).map(Authority::visitor);
    return who.isEmpty()
        ? new NoSuchUser()
        : new Checked(command.questions().stream().map(q -> decide(who.get(), q)).toList());
  }

  private boolean mayAskAboutOthers(UserId asker) {
    return grants
        .authority(asker)
        .map(Authority::visitor)
        .map(who -> AccessPolicy.decide(who, AdminPermission.USERS_READ.permission()).allowed())
        .orElse(false);
  }

  private static Decision decide(Visitor who, Question question) {
    return switch (question) {
      case MayDo(Permission permission) -> AccessPolicy.decide(who, permission);
      case MayWatch(ContentLabel label) -> AccessPolicy.decide(who, label);
    };
  }
}
