package io.cinema.auth.adapter.crypto.password;

import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.value.Text;

/**
 * The commonest passwords of eight characters and more, from a list that comes with the module;
 * {@code SOURCE.md} beside it says where it is from.
 */
public final class ResourceCommonPasswords implements CommonPasswords {
  static final String LIST = "common-passwords.txt";

  private final SortedLines list = SortedLines.ofResource(ResourceCommonPasswords.class, LIST);

  @Override
  public boolean contains(Password password) {
    return list.contains(Text.canonical(password.reveal()));
  }
}
