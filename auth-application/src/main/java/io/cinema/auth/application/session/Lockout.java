package io.cinema.auth.application.session;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.SessionId;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes from an account's devices what they hold, as part of the work of a {@link Revoker}. */
public final class Lockout {
  private final UserRepository users;
  private final SessionRepository sessions;
  private final InstantSource clock;

  public Lockout(UserRepository users, SessionRepository sessions, InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Writes the account, and kills every access token issued so far. The sessions go on: the next
   * refresh brings a token that says what is so now.
   *
   * @param changed a locked account with whatever else changes
   */
  public void killTokens(User changed, BiConsumer<UserId, Revocation.Subject> dead) {
    User raised = changed.withState(changed.state().withRaisedVersion());
    // Login and e-mail are what they were: nothing can be taken.
    UserRepository.Saved _ = users.update(raised);
    dead.accept(raised.id(), new Revocation.Below(raised.state().tokenVersion()));
  }

  /**
   * As {@link #killTokens}, and ends the sessions too.
   *
   * @param except one that stays, or null
   */
  public void signOut(
      User changed,
      @Nullable SessionId except,
      EndReason reason,
      BiConsumer<UserId, Revocation.Subject> dead) {
    killTokens(changed, dead);
    List<SessionId> _ = sessions.endAll(changed.id(), except, reason, clock.instant());
  }
}
