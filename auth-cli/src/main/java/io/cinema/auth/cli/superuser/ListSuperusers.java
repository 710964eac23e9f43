package io.cinema.auth.cli.superuser;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.cli.user.UserView;
import io.cinema.auth.domain.account.User;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code superuser list}. */
@Command(name = "list", description = "List all superusers.")
public final class ListSuperusers implements Runnable {
  private final Shell shell;

  @Mixin Format format = new Format();

  public ListSuperusers(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    List<User> all = shell.useCases().changeSuperuser().all(shell.administrator());
    format.print(
        shell.out(),
        Document.list(all, user -> UserView.document(user).fields()),
        UserView.table(all));
  }
}
