package io.cinema.auth.film.etl.movies;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Finds text that was written in Windows' code page 1252 and read as Mac Roman: {@code AstÈrix} for
 * Astérix.
 */
final class Mojibake {
  private static final Charset WRITTEN = Charset.forName("windows-1252");
  private static final Charset READ = Charset.forName("x-MacRoman");

  /**
   * Up to here Mac Roman has É, ö, ü and their like, and the code page marks that hardly a title
   * has: whoever wrote one of these letters meant it. Only dots that stand alone are certain.
   */
  private static final int LAST_LETTER = 0x9F;

  private static final String DOTS = " … ";

  private Mojibake() {}

  /** The text as it was meant; empty when it is right as it is, or when that is not certain. */
  static Optional<String> repaired(String text) {
    try {
      ByteBuffer bytes = READ.newEncoder().encode(CharBuffer.wrap(text));
      String meant = WRITTEN.newDecoder().decode(bytes.duplicate()).toString();
      boolean certain =
          !meant.equals(text)
              && meant.chars().noneMatch(Character::isISOControl)
              && !hasLetterThatIsRight(meant);
      return certain ? Optional.of(meant) : Optional.empty();
    } catch (CharacterCodingException neither) {
      return Optional.empty();
    }
  }

  private static boolean hasLetterThatIsRight(String meant) {
    byte[] bytes = meant.replace(DOTS, "").getBytes(WRITTEN);
    for (byte one : bytes) {
      int octet = Byte.toUnsignedInt(one);
      if (octet > 0x7F && octet <= LAST_LETTER) {
        return true;
      }
    }
    return false;
  }
}
