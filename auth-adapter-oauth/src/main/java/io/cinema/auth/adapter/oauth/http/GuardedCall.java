package io.cinema.auth.adapter.oauth.http;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The requests that one call of ours takes, which share its time. Gives back answers with a JSON
 * body and no others.
 */
public final class GuardedCall implements HTTPRequestSender {
  private final HttpClient client;
  private final HttpLimits limits;
  private final long start = System.nanoTime();

  GuardedCall(HttpClient client, HttpLimits limits) {
    this.client = client;
    this.limits = limits;
  }

  /** What is left of the call's time, or nothing. */
  public Duration left() {
    Duration left = limits.whole().minusNanos(System.nanoTime() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * @throws UnfitAnswerException for a redirect, an error of the server's own (5xx, 429), and a
   *     body that is too long or no JSON
   * @throws IOException when there is no answer in time, and when the thread is interrupted, which
   *     it then still is
   */
  @Override
  public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    HttpRequest asked = asked(request);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            asked, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.longestBody()));
    try {
      return JsonAnswer.of(answer.get(left().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      throw new HttpTimeoutException("no whole answer in time");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for an answer");
    } catch (ExecutionException failed) {
      throw noAnswer(failed.getCause());
    } finally {
      // Of an answer that is there already it changes nothing; any other is given up.
      boolean _ = answer.cancel(true);
    }
  }

  /** Tells the kind only: a message may quote what the server sent. */
  private static IOException noAnswer(@Nullable Throwable cause) {
    return new IOException(
        "no answer: " + (cause == null ? "no cause" : cause.getClass().getSimpleName()));
  }

  private static HttpRequest asked(ReadOnlyHTTPRequest request) throws IOException {
    HttpRequest.Builder asked = HttpRequest.newBuilder(webAddress(request.getURI()));
    asked.setHeader("Accept", "application/json");
    try {
      request
          .getHeaderMap()
          .forEach((name, values) -> values.forEach(v -> asked.setHeader(name, v)));
    } catch (IllegalArgumentException _) {
      // A token came from the network, and the exception's message repeats it.
      throw new UnfitAnswerException("a token that no header can hold");
    }
    return asked.method(request.getMethod().name(), body(request)).build();
  }

  private static URI webAddress(URI address) throws IOException {
    boolean web =
        "https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme());
    if (!web || address.getHost() == null) {
      throw new UnfitAnswerException("an endpoint that is no http or https address");
    }
    return address;
  }

  private static BodyPublisher body(ReadOnlyHTTPRequest request) {
    return request.getMethod() == HTTPRequest.Method.POST && request.getBody() != null
        ? BodyPublishers.ofString(request.getBody())
        : BodyPublishers.noBody();
  }
}
