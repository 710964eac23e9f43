package io.cinema.auth.adapter.rest.http;

import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemException;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.RoleId;

/** Reads ids out of addresses. One that can't be an id is answered as one that nobody has. */
public final class PathIds {
  /** What there is to say of an id that no user has. */
  public static final String NO_SUCH_USER = "There is no such user.";

  /** What there is to say of an id that no role has. */
  public static final String NO_SUCH_ROLE = "There is no such role.";

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

  private static ProblemException absent(String detail) {
    return ProblemException.of(Problem.NOT_FOUND, detail);
  }
}
