package io.cinema.auth.adapter.crypto.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) by Bouncy Castle in memory that each thread keeps. */
final class Argon2 {
  private final ThreadLocal<Argon2Memory> memory;

  /**
   * @param keptKib what a thread keeps between hashes
   */
  Argon2(int keptKib) {
    memory = ThreadLocal.withInitial(() -> new Argon2Memory(keptKib));
  }

  static Argon2Parameters.Builder parameters(PhcString hash) {
    return parameters(hash.memoryKib(), hash.iterations(), hash.parallelism())
        .withVersion(hash.version())
        .withSalt(hash.salt());
  }

  static Argon2Parameters.Builder parameters(Argon2Settings settings, byte[] salt) {
    return parameters(settings.memoryKib(), settings.iterations(), settings.parallelism())
        .withVersion(PhcString.VERSION_13)
        .withSalt(salt);
  }

  byte[] tag(Argon2Parameters.Builder parameters, byte[] message, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters.withBlockPool(memory.get().rewound()).build());
    byte[] tag = new byte[length];
    generator.generateBytes(message, tag);
    return tag;
  }

  private static Argon2Parameters.Builder parameters(
      int memoryKib, int iterations, int parallelism) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withMemoryAsKB(memoryKib)
        .withIterations(iterations)
        .withParallelism(parallelism);
  }
}
