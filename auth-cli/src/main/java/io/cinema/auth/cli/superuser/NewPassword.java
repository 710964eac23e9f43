package io.cinema.auth.cli.superuser;

import io.cinema.auth.cli.shell.ExitCode;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.terminal.Terminal;
import io.cinema.auth.domain.credential.Password;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gets a password that somebody chooses. It is never an argument: those show in {@code ps}. */
final class NewPassword {
  private static final int TRIES = 3;
  private static final int MOST_BYTES = 4096;

  private final Terminal terminal;

  NewPassword(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Asks twice, up to three times.
   *
   * @throws Refusal when the two never agree, or when there is nobody to ask
   * @throws io.cinema.auth.domain.value.InvalidValueException when it can be no password
   */
  Password ask() {
    requireSomebody();
    for (int i = 0; i < TRIES; i++) {
      String first = answer(i == 0 ? "Password: " : "They differ. Password: ");
      if (first.equals(answer("Password again: "))) {
        return Password.of(first);
      }
    }
    throw new Refusal("the passwords differ");
  }

  /**
   * @throws Refusal a usage error, when there is no terminal to ask at
   */
  void requireSomebody() {
    if (!terminal.isInteractive()) {
      throw new Refusal(
          ExitCode.USAGE,
          "there is no terminal to ask for the password at: pipe it in with --password-stdin");
    }
  }

  private String answer(String prompt) {
    String answer = terminal.askHidden(prompt);
    if (answer == null) {
      throw new Refusal("no password was given");
    }
    return answer;
  }

  /**
   * Reads standard input to its end: the password in UTF-8, and perhaps the end of its line.
   *
   * @throws Refusal a usage error, when there is none, or too much, or no UTF-8
   * @throws io.cinema.auth.domain.value.InvalidValueException when it can be no password
   */
  Password read() {
    byte[] bytes = bytes();
    if (bytes.length > MOST_BYTES) {
      throw new Refusal(
          ExitCode.USAGE, "standard input is longer than any password: " + MOST_BYTES + " bytes");
    }
    String text = withoutLineEnd(decoded(bytes));
    if (text.isEmpty()) {
      throw new Refusal(ExitCode.USAGE, "--password-stdin needs a password on standard input");
    }
    return Password.of(text);
  }

  private byte[] bytes() {
    try {
      return terminal.input().readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Refusal(ExitCode.USAGE, "the password on standard input is not UTF-8");
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static String withoutLineEnd(String text) {
    int end = text.length();
    if (text.endsWith("\n")) {
      end -= text.endsWith("\r\n") ? 2 : 1;
    }
    return text.substring(0, end);
  }
}
