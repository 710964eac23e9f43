package io.cinema.auth.application.session;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.session.Session;
import java.util.List;

/** Lists the devices on which a person is signed in, newest first. */
public interface ListSessions {

  List<Session> list(UserId user);
}
