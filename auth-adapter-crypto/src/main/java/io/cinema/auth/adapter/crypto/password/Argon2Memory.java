package io.cinema.auth.adapter.crypto.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one hashing thread, filled again by hash after hash: two threads that make 19 MiB
 * of garbage a hash lose a fifth of their hashes and more to the collector. A block is wiped when
 * its hash is done. Not thread-safe.
 */
final class Argon2Memory implements BlockPool {
  /** Blocks that the generator takes besides the memory proper. */
  private static final int WORKING_BLOCKS = 8;

  private final @Nullable Block[] kept;
  private int taken;

  /**
   * @param memoryKib how much is kept between hashes; a hash that needs more gets the rest fresh
   */
  Argon2Memory(int memoryKib) {
    kept = new Block[memoryKib + WORKING_BLOCKS];
  }

  /** All blocks are free again: call before each hash. */
  Argon2Memory rewound() {
    taken = 0;
    return this;
  }

  @Override
  public Block allocate() {
    if (taken == kept.length) {
      return new Block();
    }
    Block block = kept[taken];
    if (block == null) {
      block = new Block();
      kept[taken] = block;
    }
    taken++;
    return block;
  }

  @Override
  public void deallocate(Block block) {
    block.clear();
  }
}
