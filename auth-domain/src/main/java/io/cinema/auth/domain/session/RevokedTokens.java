package io.cinema.auth.domain.session;

import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * All that is revoked of one user's tokens.
 *
 * @param lowestVersion the lowest {@code ver} that still counts
 */
public record RevokedTokens(Set<String> tokens, Set<SessionId> sessions, long lowestVersion) {
  public static final RevokedTokens NONE = new RevokedTokens(Set.of(), Set.of(), 0);

  public RevokedTokens {
    tokens = Set.copyOf(tokens);
    sessions = Set.copyOf(sessions);
  }

  public static RevokedTokens of(Collection<Revocation.Subject> subjects) {
    Set<String> tokens = new HashSet<>();
    Set<SessionId> sessions = new HashSet<>();
    long lowest = 0;
    for (Revocation.Subject subject : subjects) {
      switch (subject) {
        case Revocation.Token(String jti) -> tokens.add(jti);
        case Revocation.Device(SessionId session) -> sessions.add(session);
        case Revocation.Below(long version) -> lowest = Math.max(lowest, version);
      }
    }
    return new RevokedTokens(tokens, sessions, lowest);
  }

  public boolean cover(VerifiedAccessToken token) {
    return token.version() < lowestVersion
        || sessions.contains(token.session())
        || tokens.contains(token.jti());
  }
}
