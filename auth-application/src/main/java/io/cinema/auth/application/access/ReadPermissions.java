package io.cinema.auth.application.access;

import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.account.UserId;
import java.util.Optional;

/** Reads what an account may do. */
public interface ReadPermissions {

  /** The own rights. Empty when the account is gone. */
  Optional<Authority> own(UserId user);

  /** Anybody's rights; asks for {@code users:read}. */
  Optional<Authority> of(Administrator by, UserId user);
}
