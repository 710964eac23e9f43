package io.cinema.auth.cli.user;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Checked;
import io.cinema.auth.cli.shell.Paging;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserQuery;
import io.cinema.auth.domain.paging.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code user list}. */
@Command(name = "list", description = "List accounts, all or those that a text finds.")
public final class ListUsers implements Runnable {
  private final Shell shell;

  @Option(
      names = "--query",
      paramLabel = "<text>",
      converter = Query.class,
      description = "Only those whose login or e-mail holds this text.")
  UserQuery query = UserQuery.ALL;

  @Mixin Paging paging = new Paging();
  @Mixin Format format = new Format();

  public ListUsers(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Page<User> page =
        shell.useCases().findUsers().search(shell.administrator(), query, paging.request());
    format.print(
        shell.out(),
        Document.page(page, user -> UserView.document(user).fields()),
        people -> {
          UserView.table(page.items()).print(people, format.ansi());
          Paging.printNext(people, page);
        });
  }

  static final class Query extends Checked<UserQuery> {
    Query() {
      super(UserQuery::of);
    }
  }
}
