package io.cinema.auth.cli.user;

import io.cinema.auth.application.user.DisableUser;
import io.cinema.auth.cli.shell.Refusal;

/** Says why an account was not disabled or enabled. */
final class UserOutcome {
  private UserOutcome() {}

  /**
   * @throws Refusal when it was not done
   */
  static void require(DisableUser.Result result, NamedUser named) {
    switch (result) {
      case DONE -> {}
      case NO_SUCH_USER -> throw named.missing();
      case UNTOUCHABLE -> throw new Refusal("superusers are touched only by superusers");
      case LAST_SUPERUSER ->
          throw new Refusal(
              "the last superuser can't be disabled: make another one first, with `superuser"
                  + " create` or `superuser promote`");
    }
  }
}
