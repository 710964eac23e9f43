package io.cinema.auth.domain.account;

import io.cinema.auth.domain.credential.PasswordHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's account: personal data, and beside it the {@link AccountState} and {@link Activity}
 * that the service keeps.
 *
 * @param email null for an account made through a social network that gave none
 * @param passwordHash null for an account that has no password
 */
public record User(
    UserId id,
    Login login,
    @Nullable EmailAddress email,
    @Nullable PasswordHash passwordHash,
    PersonName name,
    AccountState state,
    Activity activity) {

  /** When the account was made and last used. */
  public record Activity(Instant createdAt, @Nullable Instant lastLogin) {}

  /** An account as sign-up makes it. */
  public static User signedUp(
      UserId id, Login login, EmailAddress email, PasswordHash hash, PersonName name, Instant now) {
    return new User(id, login, email, hash, name, AccountState.fresh(id), new Activity(now, null));
  }

  /**
   * An account as coming from a social network makes it: without a password.
   *
   * @param email null where the network gave none
   */
  public static User fromNetwork(
      UserId id, Login login, @Nullable EmailAddress email, PersonName name, Instant now) {
    return new User(id, login, email, null, name, AccountState.fresh(id), new Activity(now, null));
  }

  /**
   * Whether a password that was proved against an earlier reading of the account proves nothing any
   * more. A rehash changes the hash and not the version; a change of the password raises the
   * version too.
   *
   * @param checked the hash that the password was compared with
   * @param before the account as it was then
   */
  public boolean passwordChangedSince(PasswordHash checked, User before) {
    return !checked.equals(passwordHash) && state.tokenVersion() != before.state.tokenVersion();
  }

  public User withPersonalData(
      Login newLogin, @Nullable EmailAddress newEmail, PersonName newName) {
    return new User(id, newLogin, newEmail, passwordHash, newName, state, activity);
  }

  public User withPasswordHash(PasswordHash hash) {
    return new User(id, login, email, hash, name, state, activity);
  }

  public User withState(AccountState newState) {
    return new User(id, login, email, passwordHash, name, newState, activity);
  }
}
