package io.cinema.auth.devkit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a redis-server is to be.
 *
 * @param first what comes before all options
 * @param ready what it logs once it is there
 */
record RedisMode(List<String> first, List<String> options, String ready) {
  static final RedisMode DURABLE = serving("--appendonly", "yes", "--save", "");
  static final RedisMode FAST = serving("--appendonly", "no", "--save", "");

  private static RedisMode serving(String... options) {
    return new RedisMode(
            List.of(), List.of("--maxmemory-policy", "noeviction"), "Ready to accept connections")
        .with(options);
  }

  /** A Sentinel, which is a redis-server too. */
  static RedisMode watching(Path configuration) {
    return new RedisMode(
        List.of(configuration.toString(), "--sentinel"), List.of(), "+monitor master");
  }

  RedisMode with(String... more) {
    return new RedisMode(
        first, Stream.concat(options.stream(), Arrays.stream(more)).toList(), ready);
  }
}
