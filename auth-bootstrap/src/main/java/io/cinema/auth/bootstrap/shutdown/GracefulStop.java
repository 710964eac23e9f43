package io.cinema.auth.bootstrap.shutdown;

import io.cinema.auth.bootstrap.config.ShutdownConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the service so that nobody's request is lost: first it is told (see {@link Draining}), then
 * no more connections are taken and requests under way are answered, and only then what they need
 * is closed.
 */
@Singleton
public final class GracefulStop {
  private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

  private final ShutdownConfiguration settings;
  private final Draining draining;
  private final NettyEmbeddedServer server;
  private final ApplicationContext context;

  GracefulStop(
      ShutdownConfiguration settings,
      Draining draining,
      NettyEmbeddedServer server,
      ApplicationContext context) {
    this.settings = settings;
    this.draining = draining;
    this.server = server;
    this.context = context;
  }

  /** Returns when all is closed. Takes at most the delay and the limit, and a moment. */
  public void run() {
    LOG.info("stopping: not ready from now on");
    draining.begin();
    try {
      Thread.sleep(settings.delay());
      answerTheRest(settings.limit());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    context.close();
    LOG.info("stopped");
  }

  private void answerTheRest(Duration limit) throws InterruptedException {
    try {
      var _ =
          server
              .shutdownGracefully()
              .toCompletableFuture()
              .get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("some requests took longer than {} and are cut off", limit);
    } catch (ExecutionException e) {
      LOG.warn("requests under way could not be waited for", e.getCause());
    }
  }
}
