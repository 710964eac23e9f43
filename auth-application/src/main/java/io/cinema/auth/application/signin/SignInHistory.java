package io.cinema.auth.application.signin;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.cinema.auth.domain.session.SessionId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Writes down how attempts to sign in ended. */
public final class SignInHistory {
  private final LoginEventRepository events;
  private final Ids ids;
  private final InstantSource clock;

  public SignInHistory(LoginEventRepository events, Ids ids, InstantSource clock) {
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * One line.
   *
   * @param user null when the login that was tried belongs to nobody
   * @param session the one that was opened, or null
   */
  public void remember(
      @Nullable UserId user,
      LoginResult result,
      LoginPath path,
      Origin origin,
      @Nullable SessionId session) {
    LoginEvent _ =
        events.record(
            new LoginEvent(
                ids.next(),
                user,
                clock.instant(),
                result,
                path.method(),
                path.provider(),
                origin,
                false,
                session));
  }
}
