package io.cinema.auth.application.session;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.VerifiedAccessToken;

/**
 * Ends sessions: signing out here, one other device, or many. Their access tokens are dead on every
 * node.
 */
public interface EndSession {

  /** What came of ending one session. */
  enum Result {
    ENDED,
    /** No such session of this user, or it was over already. */
    NOT_FOUND
  }

  /** Signs out the device that holds this token. */
  void signOut(VerifiedAccessToken token);

  /** Ends one session of the user. */
  Result end(UserId user, SessionId session);

  /** Ends all sessions but the one that holds this token, which goes on with the tokens it has. */
  void endOthers(VerifiedAccessToken token);

  /** Ends all sessions and kills every access token issued so far. */
  void endAll(UserId user);
}
