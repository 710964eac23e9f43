package io.cinema.auth.cli.audit;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.output.Printable;
import io.cinema.auth.cli.shell.Paging;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditEvent;
import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.paging.Page;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit list}. */
@Command(name = "list", description = "List what was done and refused, newest first.")
public final class ListAuditEvents implements Runnable {
  private final Shell shell;

  @Option(
      names = "--actor",
      paramLabel = "<user>",
      description = "Only what this account did: its login, e-mail or id.")
  @Nullable String actor;

  @Mixin AuditOptions options = new AuditOptions();
  @Mixin Paging paging = new Paging();
  @Mixin Format format = new Format();

  public ListAuditEvents(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    AuditFilter filter =
        new AuditFilter(
            actorId(),
            options.target,
            options.action,
            options.outcome,
            options.since,
            options.until);
    Page<AuditEvent> page =
        shell.useCases().readAuditEvents().read(shell.administrator(), filter, paging.request());
    format.print(
        shell.out(),
        Document.page(page, AuditView::document),
        people -> {
          AuditView.table(page.items()).print(people, format.ansi());
          Paging.printNext(people, page);
        });
  }

  private @Nullable UserId actorId() {
    String name = actor;
    if (name == null) {
      return null;
    }
    return shell
        .useCases()
        .findUsers()
        .named(shell.administrator(), name)
        .map(User::id)
        .or(() -> UserId.parse(name)) // an account that is gone has still done things
        .orElseThrow(() -> new Refusal("there is no user " + Printable.of(name)));
  }
}
