package io.cinema.auth.cli.role;

import io.cinema.auth.cli.shell.Checked;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleName;
import java.util.List;

/** How the parts of a role are read, and what is said of them. */
final class RoleTexts {
  private static final int MOST_NAMED = 10;

  private RoleTexts() {}

  static Refusal nameTaken(RoleName name) {
    return new Refusal("another role is called " + name + " already");
  }

  static Refusal beyond(PermissionSet lacking) {
    List<String> words = lacking.words();
    int more = words.size() - MOST_NAMED;
    String named = String.join(", ", words.subList(0, Math.min(words.size(), MOST_NAMED)));
    return new Refusal(
        "nobody grants what they do not hold: "
            + named
            + (more > 0 ? " and " + more + " more" : ""));
  }

  static final class NameText extends Checked<RoleName> {
    NameText() {
      super(RoleName::new);
    }
  }

  static final class PermissionText extends Checked<Permission> {
    PermissionText() {
      super(Permission::parse);
    }
  }

  static final class DescriptionText extends Checked<String> {
    DescriptionText() {
      super(Role::describing);
    }
  }
}
