package io.cinema.auth.application.access;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.access.Decision;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether somebody may do or watch things, many at once. */
public interface CheckAccess {

  /** One thing to decide. */
  sealed interface Question {}

  record MayDo(Permission permission) implements Question {}

  record MayWatch(ContentLabel label) implements Question {}

  /**
   * @param asker who is signed in
   * @param subject whom it is about; null or the asker needs no permission, anybody else {@code
   *     users:read}
   */
  record Command(UserId asker, @Nullable UserId subject, List<Question> questions) {}

  /** What came of it. */
  sealed interface Result {}

  /** In the order of the questions. */
  record Checked(List<Decision> decisions) implements Result {}

  /** It is about somebody else, and the asker may not know. */
  record Forbidden() implements Result {}

  record NoSuchUser() implements Result {}

  Result check(Command command);
}
