package io.cinema.auth.adapter.oauth.http;

import java.net.http.HttpClient;

/** Asks servers of others within {@link HttpLimits}. Never follows a redirect. */
public final class GuardedHttp implements AutoCloseable {
  private final HttpClient client;
  private final HttpLimits limits;

  public GuardedHttp(HttpLimits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            // A connection of its own for each request: one that hangs holds up no other.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Thread::startVirtualThread)
            .build();
  }

  /** A call of ours, whose time runs from now. */
  public GuardedCall call() {
    return new GuardedCall(client, limits);
  }

  /** Breaks what is under way. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
