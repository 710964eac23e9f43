package io.cinema.auth.application.account;

import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import org.jspecify.annotations.Nullable;

/** Changes login, e-mail or name of an account. */
public interface ChangePersonalData {

  /**
   * What should change.
   *
   * @param token of the account's owner
   * @param login null keeps it
   * @param email null keeps it
   * @param currentPassword needed when login or e-mail get another value, by an account that has
   *     one
   */
  record Command(
      VerifiedAccessToken token,
      Origin origin,
      @Nullable Login login,
      @Nullable EmailAddress email,
      Change<String> firstName,
      Change<String> lastName,
      @Nullable Password currentPassword) {}

  /** What came of it. */
  sealed interface Result {}

  record Changed(User user) implements Result {}

  record LoginTaken() implements Result {}

  record EmailTaken() implements Result {}

  record Unproved(ProofFailure why) implements Result {}

  /** The account is gone, or the token died meanwhile. */
  record Gone() implements Result {}

  Result change(Command command);
}
