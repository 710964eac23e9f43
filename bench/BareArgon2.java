import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What Argon2id alone allows on this machine: hashes per second on all cores, with the service's default settings. */
final class BareArgon2 {
  private static final int SECONDS = 15;

  public static void main(String[] args) throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    LongAdder hashes = new LongAdder();
    run(cores, 5, new LongAdder());
    run(cores, SECONDS, hashes);
    System.out.printf(Locale.ROOT, "%.1f%n", hashes.sum() / (double) SECONDS);
  }

  private static void run(int threads, int seconds, LongAdder hashes) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        pool.execute(
            () -> {
              while (System.nanoTime() < end) {
                hash();
                hashes.increment();
              }
            });
      }
    }
  }

  private static void hash() {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(19456)
            .withIterations(2)
            .withParallelism(1)
            .withSalt(new byte[16])
            .build());
    generator.generateBytes("follow the white rabbit".getBytes(StandardCharsets.UTF_8), new byte[32]);
  }
}
