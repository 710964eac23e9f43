package io.cinema.auth.cli.user;

import io.cinema.auth.application.access.ReadPermissions;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.output.Sheet;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code user show}. */
@Command(
    name = "show",
    description = "Show an account: its data, what it may do, and its last sign-ins.")
public final class ShowUser implements Runnable {
  private static final PageRequest LAST_LOGINS = new PageRequest(5, null);

  private final Shell shell;

  @Mixin NamedUser named = new NamedUser();
  @Mixin Format format = new Format();

  public ShowUser(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    User user = named.find(shell);
    ReadPermissions rights = shell.useCases().readPermissions();
    List<String> permissions =
        rights
            .of(shell.administrator(), user.id())
            .map(Authority::permissions)
            .orElseThrow(named::missing)
            .words();
    List<LoginEvent> logins =
        shell
            .useCases()
            .findUsers()
            .logins(shell.administrator(), user.id(), LAST_LOGINS)
            .map(Page::items)
            .orElseThrow(named::missing);
    format.print(
        shell.out(),
        UserView.document(user)
            .with("permissions", permissions)
            .with("last_logins", logins.stream().map(LoginView::document).toList())
            .fields(),
        people -> print(people, user, permissions, logins));
  }

  private void print(
      PrintWriter out, User user, List<String> permissions, List<LoginEvent> logins) {
    new Sheet()
        .line("Login", user.login().shown())
        .line("E-mail", UserView.email(user))
        .line("First name", user.name().first())
        .line("Last name", user.name().last())
        .line("Id", user.id())
        .line("Created", user.activity().createdAt())
        .line("Last login", user.activity().lastLogin())
        .line("Disabled", user.state().disabledAt())
        .line("Superuser", user.state().superuser())
        .line("Second factor", user.state().totpEnabled())
        .line("Roles", UserView.roles(user))
        .line("Permissions", permissions)
        .print(out);
    if (!logins.isEmpty()) {
      out.println();
      LoginView.table(logins).print(out, format.ansi());
    }
  }
}
