package io.cinema.auth.application.account;

import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import java.util.Optional;

/** Reads a person's account. */
public interface ReadAccount {

  /** The account; empty when it is gone. */
  Optional<User> read(UserId id);
}
