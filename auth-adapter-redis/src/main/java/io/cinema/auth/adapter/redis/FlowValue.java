package io.cinema.auth.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.SocialFlow;
import io.cinema.auth.domain.value.InvalidValueException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The value of a flow's key: one line of percent-encoded words, of which the first says how the
 * others are to be read. All of a flow but its state, which whoever takes it shows.
 *
 * <pre>
 * 1 yandex &lt;flow token&gt; &lt;nonce&gt; &lt;code verifier&gt; &lt;redirect URI&gt; &lt;user id or nothing&gt; 2026-03-10T12:10:00.123456Z
 * </pre>
 */
final class FlowValue {
  private static final String FORMAT = "1";
  private static final int WORDS = 8;

  private FlowValue() {}

  static String write(SocialFlow flow) {
    UserId user = flow.linkingFor();
    return Stream.of(
            FORMAT,
            flow.provider().value(),
            flow.flowToken().reveal(),
            flow.nonce().reveal(),
            flow.codeVerifier().reveal(),
            flow.redirectUri().toString(),
            user == null ? "" : user.toString(),
            flow.expiresAt().toString())
        .map(word -> URLEncoder.encode(word, UTF_8))
        .collect(Collectors.joining(" "));
  }

  /** Empty for what is not ours, or of a node of another release. */
  static Optional<SocialFlow> read(Secret state, String value) {
    String[] words = value.split(" ", -1);
    if (words.length != WORDS || !words[0].equals(FORMAT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(flow(state, words));
    } catch (IllegalArgumentException | InvalidValueException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static SocialFlow flow(Secret state, String[] words) {
    return new SocialFlow(
        new ProviderName(text(words[1])),
        state,
        Secret.of(text(words[2])),
        Secret.of(text(words[3])),
        Secret.of(text(words[4])),
        URI.create(text(words[5])),
        user(text(words[6])),
        Instant.parse(text(words[7])));
  }

  private static String text(String word) {
    return URLDecoder.decode(word, UTF_8);
  }

  private static @Nullable UserId user(String text) {
    return text.isEmpty()
        ? null
        : UserId.parse(text).orElseThrow(() -> new IllegalArgumentException("no user id"));
  }
}
