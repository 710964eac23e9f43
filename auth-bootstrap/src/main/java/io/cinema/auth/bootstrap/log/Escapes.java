package io.cinema.auth.bootstrap.log;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import org.jspecify.annotations.Nullable;

/** JSON's own, and DEL, which JSON allows and a terminal obeys. */
final class Escapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DEL = 0x7f;

  private final int[] ascii = standardAsciiEscapesForJSON();

  Escapes() {
    ascii[DEL] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return null;
  }
}
