package io.cinema.auth.adapter.crypto.password;

/**
 * What a new hash costs: the parameters of Argon2id (RFC 9106 section 3.1).
 *
 * @param memoryKib {@code m}, KiB that a hash fills
 * @param iterations {@code t}, times that it goes over them
 * @param parallelism {@code p}, lanes; one thread fills them all
 */
public record Argon2Settings(int memoryKib, int iterations, int parallelism) {
  /** The second choice of the OWASP Password Storage Cheat Sheet. */
  public static final Argon2Settings DEFAULT = new Argon2Settings(19456, 2, 1);

  static final int SALT_LENGTH = 16;
  static final int TAG_LENGTH = 32;

  private static final int MOST_MEMORY_KIB = 1 << 20;
  private static final int MOST_ITERATIONS = 100;
  private static final int MOST_PARALLELISM = 16;

  /** What other software commonly makes still opens: imported hashes and older settings. */
  private static final Argon2Settings COMMON = new Argon2Settings(1 << 16, 10, 4);

  public Argon2Settings {
    if (parallelism < 1 || parallelism > MOST_PARALLELISM) {
      throw new IllegalArgumentException("parallelism must be 1 to " + MOST_PARALLELISM);
    }
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      throw new IllegalArgumentException("iterations must be 1 to " + MOST_ITERATIONS);
    }
    if (memoryKib < 8 * parallelism || memoryKib > MOST_MEMORY_KIB) {
      throw new IllegalArgumentException(
          "memory must be 8 KiB per lane to " + MOST_MEMORY_KIB + " KiB");
    }
  }

  /**
   * Whether a stored hash may be computed: what costs far more than ours would let one row of the
   * database stop the service.
   */
  boolean bears(PhcString hash) {
    return hash.memoryKib() <= Math.max(memoryKib, COMMON.memoryKib)
        && hash.iterations() <= Math.max(iterations, COMMON.iterations)
        && hash.parallelism() <= Math.max(parallelism, COMMON.parallelism)
        && hash.memoryKib() >= 8 * hash.parallelism();
  }

  /** Whether a stored hash is in any respect weaker than a new one. */
  boolean exceed(PhcString hash) {
    return hash.version() < PhcString.VERSION_13
        || hash.memoryKib() < memoryKib
        || hash.iterations() < iterations
        || hash.parallelism() < parallelism
        || hash.salt().length < SALT_LENGTH
        || hash.tag().length < TAG_LENGTH;
  }
}
