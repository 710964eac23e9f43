package io.cinema.auth.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.RevokedTokens;
import io.cinema.auth.domain.session.SessionId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * The value of a user's key: one line for each revocation, {@code revoke.lua} keeps them.
 *
 * <pre>
 * 1795356000000 t:0190163d-8694-739b-aea5-966c26f8ad90   the token with this jti, percent-encoded
 * 1795356000000 s:0190163d-8694-739b-aea5-966c26f8ad91   every token of this session
 * 1795356000000 v:7                                      every token with a lower version
 * </pre>
 *
 * The number in front is the revocation's end in milliseconds since 1970. Reading does not look at
 * it: what is past its end concerns expired tokens only.
 */
final class RevocationLines {

  /** A value that we did not write, or that was damaged. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged() {
      super("a value is not made of revocations");
    }
  }

  private RevocationLines() {}

  static String line(Revocation revocation) {
    return revocation.until().toEpochMilli() + " " + subject(revocation.subject());
  }

  private static String subject(Revocation.Subject subject) {
    return switch (subject) {
      case Revocation.Token(String jti) -> "t:" + URLEncoder.encode(jti, UTF_8);
      case Revocation.Device(SessionId session) -> "s:" + session;
      case Revocation.Below(long version) -> "v:" + version;
    };
  }

  static RevokedTokens read(String value) throws Damaged {
    List<Revocation.Subject> subjects = new ArrayList<>();
    for (String line : value.split("\n", -1)) {
      subjects.add(subjectOf(line));
    }
    return RevokedTokens.of(subjects);
  }

  private static Revocation.Subject subjectOf(String line) throws Damaged {
    int space = line.indexOf(' ');
    if (space < 1 || line.length() < space + 3 || line.charAt(space + 2) != ':') {
      throw new Damaged();
    }
    String id = line.substring(space + 3);
    try {
      Long.parseLong(line, 0, space, 10);
      return switch (line.charAt(space + 1)) {
        case 't' -> new Revocation.Token(URLDecoder.decode(id, UTF_8));
        case 's' -> new Revocation.Device(SessionId.parse(id).orElseThrow(Damaged::new));
        case 'v' -> new Revocation.Below(Long.parseLong(id));
        default -> throw new Damaged();
      };
    } catch (IllegalArgumentException notOurs) {
      throw new Damaged();
    }
  }
}
