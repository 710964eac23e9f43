package io.cinema.auth.adapter.rest.http;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One virtual thread a request: the token check starts it, the controller stays on it. A hop to
 * another thread between the two costs more than both together (docs/performance.md).
 */
@Factory
public final class RequestThreads {
  /** The executor's name, for {@code @ExecuteOn}. */
  public static final String NAME = "request";

  @Singleton
  @Named(NAME)
  @Bean(typed = ExecutorService.class)
  ExecutorService requests(@Named(TaskExecutors.VIRTUAL) ExecutorService virtual) {
    return new StayingOnVirtual(virtual);
  }

  /**
   * Runs a task at once where it already is on a virtual thread. Its owner shuts the real executor
   * down.
   */
  private static final class StayingOnVirtual extends AbstractExecutorService {
    private final ExecutorService virtual;

    StayingOnVirtual(ExecutorService virtual) {
      this.virtual = virtual;
    }

    @Override
    public void execute(Runnable task) {
      if (Thread.currentThread().isVirtual()) {
        task.run();
      } else {
        virtual.execute(task);
      }
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return virtual.isShutdown();
    }

    @Override
    public boolean isTerminated() {
      return virtual.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
      return virtual.awaitTermination(timeout, unit);
    }
  }
}
