package io.cinema.auth.bootstrap.docs;

import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.port.CommonPasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The passwords of a file, one a line. */
public final class ListedPasswords implements CommonPasswords {
  private final Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  public ListedPasswords(Path file) throws IOException {
    known.addAll(Files.readAllLines(file));
  }

  @Override
  public boolean contains(Password password) {
    return known.contains(password.reveal());
  }
}
