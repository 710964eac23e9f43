package io.cinema.auth.cli;

import io.cinema.auth.cli.audit.AuditCommands;
import io.cinema.auth.cli.audit.ListAuditEvents;
import io.cinema.auth.cli.doctor.DoctorCommand;
import io.cinema.auth.cli.film.ApplyLabelRulesCommand;
import io.cinema.auth.cli.film.FilmCommands;
import io.cinema.auth.cli.film.LabelCommands;
import io.cinema.auth.cli.film.ListLabels;
import io.cinema.auth.cli.film.SetLabelCommand;
import io.cinema.auth.cli.key.KeyCommands;
import io.cinema.auth.cli.key.ListKeysCommand;
import io.cinema.auth.cli.key.RotateKeysCommand;
import io.cinema.auth.cli.role.ChangeRoleCommand;
import io.cinema.auth.cli.role.CreateRoleCommand;
import io.cinema.auth.cli.role.DeleteRoleCommand;
import io.cinema.auth.cli.role.GrantRoleCommand;
import io.cinema.auth.cli.role.ListRoles;
import io.cinema.auth.cli.role.RevokeRoleCommand;
import io.cinema.auth.cli.role.RoleCommands;
import io.cinema.auth.cli.role.ShowRole;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.cli.superuser.CreateSuperuserCommand;
import io.cinema.auth.cli.superuser.DemoteCommand;
import io.cinema.auth.cli.superuser.ListSuperusers;
import io.cinema.auth.cli.superuser.PromoteCommand;
import io.cinema.auth.cli.superuser.SuperuserCommands;
import io.cinema.auth.cli.user.DisableUserCommand;
import io.cinema.auth.cli.user.EnableUserCommand;
import io.cinema.auth.cli.user.ListUsers;
import io.cinema.auth.cli.user.ResetTotpCommand;
import io.cinema.auth.cli.user.ShowUser;
import io.cinema.auth.cli.user.SignOutUserCommand;
import io.cinema.auth.cli.user.UserCommands;
import java.io.PrintWriter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line as a whole. */
public final class Cli {
  private Cli() {}

  /**
   * Puts all commands together. To be used once.
   *
   * @param explanation knows failures that only the wiring can have; null for all others
   * @param debug whether a failure shows where it happened
   */
  public static CommandLine over(
      Shell shell, Function<Throwable, @Nullable Refusal> explanation, boolean debug) {
    Failures failures = new Failures(explanation, debug);
    CommandLine root = new CommandLine(new AuthCommand());
    root.addSubcommand(
            group(
                new SuperuserCommands(),
                new CreateSuperuserCommand(shell),
                new ListSuperusers(shell),
                new PromoteCommand(shell),
                new DemoteCommand(shell)))
        .addSubcommand(
            group(
                new UserCommands(),
                new ListUsers(shell),
                new ShowUser(shell),
                new DisableUserCommand(shell),
                new EnableUserCommand(shell),
                new SignOutUserCommand(shell),
                new ResetTotpCommand(shell)))
        .addSubcommand(
            group(
                new RoleCommands(),
                new ListRoles(shell),
                new ShowRole(shell),
                new CreateRoleCommand(shell),
                new ChangeRoleCommand(shell),
                new DeleteRoleCommand(shell),
                new GrantRoleCommand(shell),
                new RevokeRoleCommand(shell)))
        .addSubcommand(
            group(new KeyCommands(), new ListKeysCommand(shell), new RotateKeysCommand(shell)))
        .addSubcommand(group(new AuditCommands(), new ListAuditEvents(shell)))
        .addSubcommand(
            group(
                new FilmCommands(),
                group(
                    new LabelCommands(),
                    new SetLabelCommand(shell),
                    new ApplyLabelRulesCommand(shell)),
                new ListLabels(shell)))
        .addSubcommand(new DoctorCommand(shell))
        .addSubcommand(new CompletionCommand(shell));
    prepare(root);
    return root.setExecutionStrategy(parsed -> execute(parsed, shell.out()))
        .setOut(shell.out())
        .setErr(shell.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private static CommandLine group(Object group, Object... commands) {
    CommandLine line = new CommandLine(group);
    for (Object command : commands) {
      line.addSubcommand(command);
    }
    return line;
  }

  /** Adds what every command has. None reads arguments from files: {@code @} is one like others. */
  private static void prepare(CommandLine line) {
    line.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
    CommandLine _ = line.setExpandAtFiles(false);
    line.getSubcommands().values().forEach(Cli::prepare);
  }

  /** A command whose answer got lost, on a full disk for example, must not look done. */
  private static int execute(ParseResult parsed, PrintWriter out) {
    int code = new RunLast().execute(parsed);
    if (out.checkError()) {
      String sentence = "standard output can't be written to: the answer is not complete";
      throw new ExecutionException(
          parsed.commandSpec().commandLine(), sentence, new Refusal(sentence));
    }
    return code;
  }
}
