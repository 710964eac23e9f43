package io.cinema.auth.application.session;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.session.Session;
import java.time.InstantSource;
import java.util.List;

public final class ListSessionsService implements ListSessions {
  private final SessionRepository sessions;
  private final InstantSource clock;

  public ListSessionsService(SessionRepository sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public List<Session> list(UserId user) {
    return sessions.listLive(user, clock.instant());
  }
}
