package io.cinema.auth.bootstrap.config.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** Reads a file that an operator named, which may be anything. */
final class TextFile {
  private static final int MOST_BYTES = 64 * 1024;

  private TextFile() {}

  /**
   * @throws UnreadableException which says why, and not what was named: by mistake that may be the
   *     secret itself
   */
  static String read(String path) throws UnreadableException {
    try (InputStream file = Files.newInputStream(Path.of(path))) {
      byte[] bytes = file.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new UnreadableException("it is larger than 64 KiB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw new UnreadableException("there is no such file");
    } catch (AccessDeniedException denied) {
      throw new UnreadableException("this process may not read it");
    } catch (CharacterCodingException binary) {
      throw new UnreadableException("it is no text in UTF-8");
    } catch (IOException other) {
      throw new UnreadableException("it is no file that can be read");
    }
  }

  /** Whether anybody on this machine may read it, as far as that can be told here. */
  static boolean isOpenToAll(String path) {
    try {
      return Files.getPosixFilePermissions(Path.of(path)).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException | InvalidPathException unknown) {
      return false;
    }
  }

  /** Why not, as the end of a sentence. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String why) {
      super(why, null, false, false);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }
}
