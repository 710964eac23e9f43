package io.cinema.auth.cli.output;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --json}, and printing as it says. */
public final class Format {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  @Option(names = "--json", description = "Print JSON, for programs.")
  boolean json;

  /** Prints the document for programs, or lets {@code forPeople} print. */
  public void print(
      PrintWriter out, Map<String, @Nullable Object> document, Consumer<PrintWriter> forPeople) {
    if (json) {
      Json.print(out, document);
    } else {
      forPeople.accept(out);
    }
  }

  public void print(PrintWriter out, Map<String, @Nullable Object> document, Table table) {
    print(out, document, people -> table.print(people, ansi()));
  }

  /** Whether to colour: only on a terminal, and not with {@code NO_COLOR}. */
  public Ansi ansi() {
    return command == null ? Ansi.OFF : command.commandLine().getColorScheme().ansi();
  }
}
