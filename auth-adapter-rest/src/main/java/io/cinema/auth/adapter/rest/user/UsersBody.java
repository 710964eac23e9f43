package io.cinema.auth.adapter.rest.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cinema.auth.adapter.rest.account.UserBody;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.paging.Page;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the accounts, newest first.
 *
 * @param nextCursor send it as {@code cursor} for the next part; null when there is none
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Users")
record UsersBody(List<UserBody> items, @Nullable String nextCursor) {

  static UsersBody of(Page<User> page) {
    return new UsersBody(
        page.items().stream().map(UserBody::of).toList(),
        page.next() == null ? null : page.next().word());
  }
}
