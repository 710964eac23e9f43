package io.cinema.auth.cli.key;

import io.cinema.auth.application.key.ListKeys;
import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Shell;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keys list}. */
@Command(name = "list", description = "List the signing keys and what they do now.")
public final class ListKeysCommand implements Runnable {
  private final Shell shell;

  @Mixin Format format = new Format();

  public ListKeysCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    List<ListKeys.Listed> keys = shell.useCases().listKeys().list(shell.administrator());
    format.print(shell.out(), Document.list(keys, KeyView::document), KeyView.table(keys));
  }
}
