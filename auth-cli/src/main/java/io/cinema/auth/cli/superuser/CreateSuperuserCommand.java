package io.cinema.auth.cli.superuser;

import io.cinema.auth.application.superuser.CreateSuperuser;
import io.cinema.auth.cli.output.Format;
import io.cinema.auth.cli.shell.Checked;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.cli.user.UserView;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.credential.Password;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code superuser create}. */
@Command(
    name = "create",
    description = {
      "Make an account that may do everything.",
      "At a terminal the password is asked for twice and not shown."
    })
public final class CreateSuperuserCommand implements Runnable {
  private final Shell shell;
  private final NewPassword password;

  @Option(
      names = "--login",
      required = true,
      paramLabel = "<login>",
      converter = LoginText.class,
      description = "What the account signs in with.")
  @Nullable Login login;

  @Option(
      names = "--email",
      required = true,
      paramLabel = "<e-mail>",
      converter = EmailText.class,
      description = "Its e-mail address.")
  @Nullable EmailAddress email;

  @Option(
      names = "--password-stdin",
      description = "Read the password from standard input, in UTF-8, up to one line end.")
  boolean passwordFromInput;

  @Option(
      names = "--if-absent",
      description = "Done, and nothing is changed, when a superuser has this login already.")
  boolean ifAbsent;

  @Mixin Format format = new Format();

  public CreateSuperuserCommand(Shell shell) {
    this.shell = shell;
    this.password = new NewPassword(shell.terminal());
  }

  @Override
  public void run() {
    Login wanted = Objects.requireNonNull(login);
    if (!ifAbsent && !passwordFromInput) {
      password.requireSomebody();
    }
    Optional<User> holder = ifAbsent ? holderOf(wanted) : Optional.empty();
    if (holder.isPresent()) {
      present(holder.get());
    } else {
      create(wanted, passwordFromInput ? password.read() : password.ask());
    }
  }

  private Optional<User> holderOf(Login wanted) {
    // An id or an e-mail of that spelling would be found as well.
    return shell
        .useCases()
        .findUsers()
        .named(shell.administrator(), wanted.canonical())
        .filter(user -> user.login().equals(wanted));
  }

  private void create(Login wanted, Password chosen) {
    CreateSuperuser.Command command =
        new CreateSuperuser.Command(wanted, Objects.requireNonNull(email), chosen);
    switch (shell.useCases().createSuperuser().create(shell.administrator(), command)) {
      case CreateSuperuser.Created(User user) -> print(user, user.login() + " is a superuser now");
      case CreateSuperuser.LoginTaken(User by) when ifAbsent -> present(by);
      case CreateSuperuser.LoginTaken(User by) ->
          throw new Refusal("an account has the login " + by.login() + " already" + wayOut(by));
      case CreateSuperuser.EmailTaken _ ->
          throw new Refusal("another account has this e-mail already");
    }
  }

  private void present(User user) {
    if (!user.state().superuser()) {
      throw new Refusal("the account " + user.login() + " is no superuser" + wayOut(user));
    }
    print(user, user.login() + " is a superuser already; nothing was changed");
    if (user.state().disabledAt() != null) {
      shell.err().println("warning: the account is disabled; see `user enable`");
    }
  }

  private static String wayOut(User user) {
    return user.state().superuser()
        ? ", and is a superuser"
        : "; to make it one: superuser promote " + user.login();
  }

  private void print(User user, String sentence) {
    format.print(shell.out(), UserView.document(user).fields(), people -> people.println(sentence));
  }

  static final class LoginText extends Checked<Login> {
    LoginText() {
      super(Login::of);
    }
  }

  static final class EmailText extends Checked<EmailAddress> {
    EmailText() {
      super(EmailAddress::of);
    }
  }
}
