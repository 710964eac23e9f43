package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.port.CommonPasswords;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The commonest passwords, as they are given. */
public final class MemoryCommonPasswords implements CommonPasswords {
  private final Set<String> known;

  public MemoryCommonPasswords(Collection<String> passwords) {
    known = passwords.stream().map(MemoryCommonPasswords::folded).collect(Collectors.toSet());
  }

  @Override
  public boolean contains(Password password) {
    return known.contains(folded(password.reveal()));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
