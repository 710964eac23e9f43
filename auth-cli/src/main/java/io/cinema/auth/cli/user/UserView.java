package io.cinema.auth.cli.user;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Table;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.role.RoleName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an account is shown. */
public final class UserView {
  private UserView() {}

  /** As the HTTP API spells it. */
  public static Document document(User user) {
    return new Document()
        .with("id", user.id())
        .with("login", user.login().shown())
        .with("email", email(user))
        .with("first_name", user.name().first())
        .with("last_name", user.name().last())
        .with("created_at", user.activity().createdAt())
        .with("last_login", user.activity().lastLogin())
        .with("roles", roles(user))
        .with("is_superuser", user.state().superuser())
        .with("totp_enabled", user.state().totpEnabled())
        .with("disabled_at", user.state().disabledAt());
  }

  public static Table table(List<User> users) {
    Table table =
        new Table("LOGIN", "E-MAIL", "ROLES", "SUPERUSER", "DISABLED", "LAST LOGIN", "ID");
    for (User user : users) {
      Table _ =
          table.row(
              user.login().shown(),
              email(user),
              roles(user),
              user.state().superuser(),
              user.state().disabledAt(),
              user.activity().lastLogin(),
              user.id());
    }
    return table;
  }

  static @Nullable String email(User user) {
    return user.email() == null ? null : user.email().shown();
  }

  static List<String> roles(User user) {
    return user.state().roles().stream().map(RoleName::value).sorted().toList();
  }
}
