package io.cinema.auth.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A Lua script beside this class. Redis is sent its text only when it does not have it yet. */
final class RedisScript {
  static final RedisScript REVOKE = read("revoke.lua", ScriptOutputType.INTEGER);
  static final RedisScript FILLED = read("filled.lua", ScriptOutputType.VALUE);

  private final String text;
  private final String digest;
  private final ScriptOutputType output;

  private RedisScript(String text, ScriptOutputType output) {
    this.text = text;
    this.digest = sha1(text);
    this.output = output;
  }

  /** Runs it; the result is null when the script returned nothing. */
  <T> CompletableFuture<T> run(
      RedisScriptingAsyncCommands<String, String> redis, String[] keys, String... arguments) {
    return redis
        .<T>evalsha(digest, output, keys, arguments)
        .exceptionallyCompose(
            failure ->
                failure instanceof RedisNoScriptException
                    ? redis.<T>eval(text, output, keys, arguments)
                    : CompletableFuture.failedFuture(failure))
        .toCompletableFuture();
  }

  private static RedisScript read(String name, ScriptOutputType output) {
    try (InputStream in = Objects.requireNonNull(RedisScript.class.getResourceAsStream(name))) {
      return new RedisScript(new String(in.readAllBytes(), UTF_8), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How EVALSHA names a script. */
  private static String sha1(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
