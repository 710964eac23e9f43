package io.cinema.auth.adapter.rest.http;

import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemException;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Uuids;
import java.util.UUID;

/** Reads ids out of addresses. One that can't be an id is answered as one that nobody has. */
public final class PathIds {
  /** What there is to say of an id that no user has. */
  public static final String NO_SUCH_USER = "There is no such user.";

  /** What there is to say of an id that no role has. */
  public static final String NO_SUCH_ROLE = "There is no such role.";

  /** What there is to say of a social network that is not switched on. */
  public static final String NO_SUCH_PROVIDER = "There is no such social network.";

  /** What there is to say of a link that the account does not have. */
  public static final String NO_SUCH_LINK = "There is no such link.";

  private PathIds() {}

  /**
   * @throws ProblemException {@code not-found}
   */
  public static UserId user(String raw) {
    return UserId.parse(raw).orElseThrow(() -> absent(NO_SUCH_USER));
  }

  /**
   * @throws ProblemException {@code not-found}
   */
  public static RoleId role(String raw) {
    return RoleId.parse(raw).orElseThrow(() -> absent(NO_SUCH_ROLE));
  }

  /**
   * @throws ProblemException {@code not-found}
   */
  public static ProviderName provider(String raw) {
    try {
      return new ProviderName(raw);
    } catch (InvalidValueException notAName) {
      throw absent(NO_SUCH_PROVIDER);
    }
  }

  /**
   * @throws ProblemException {@code not-found}
   */
  public static UUID link(String raw) {
    return Uuids.parse(raw).orElseThrow(() -> absent(NO_SUCH_LINK));
  }

  private static ProblemException absent(String detail) {
    return ProblemException.of(Problem.NOT_FOUND, detail);
  }
}
