import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/**
 * What Argon2id alone allows on this machine, in hashes per second on all cores with the service's default settings: with
 * fresh memory for each hash, and with memory that each thread keeps.
 */
final class BareArgon2 {
  private static final int SECONDS = 15;

  public static void main(String[] args) throws InterruptedException {
    measure("fresh memory", () -> null);
    measure("kept memory", Kept::new);
  }

  private interface Memory {
    BlockPool make();
  }

  private static void measure(String what, Memory memory) throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    run(cores, 5, memory, new LongAdder());
    LongAdder hashes = new LongAdder();
    run(cores, SECONDS, memory, hashes);
    System.out.printf(Locale.ROOT, "%s: %.1f%n", what, hashes.sum() / (double) SECONDS);
  }

  private static void run(int threads, int seconds, Memory memory, LongAdder hashes) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        pool.execute(
            () -> {
              BlockPool blocks = memory.make();
              while (System.nanoTime() < end) {
                hash(blocks);
                hashes.increment();
              }
            });
      }
    }
  }

  private static void hash(BlockPool blocks) {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(19456)
            .withIterations(2)
            .withParallelism(1)
            .withSalt(new byte[16]);
    if (blocks != null) {
      parameters.withBlockPool(blocks);
    }
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters.build());
    generator.generateBytes("follow the white rabbit".getBytes(StandardCharsets.UTF_8), new byte[32]);
  }

  /** Hands the blocks of one hash to the next. */
  private static final class Kept implements BlockPool {
    private final List<Block> free = new ArrayList<>();

    @Override
    public Block allocate() {
      return free.isEmpty() ? new Block() : free.removeLast();
    }

    @Override
    public void deallocate(Block block) {
      block.clear();
      free.add(block);
    }
  }
}
