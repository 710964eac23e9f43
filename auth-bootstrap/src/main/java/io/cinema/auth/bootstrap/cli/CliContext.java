package io.cinema.auth.bootstrap.cli;

import io.cinema.auth.bootstrap.config.check.SettingsCheck;
import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.setting.Settings;
import io.cinema.auth.cli.shell.ExitCode;
import io.cinema.auth.cli.shell.Refusal;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.value.PropertyResolver;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The beans behind the commands. Nothing is read or made before it is asked for. */
public final class CliContext implements AutoCloseable {
  /** The Micronaut environment that tells the command line from the service. */
  public static final String ENVIRONMENT = "cli";

  private final Findings sources;
  private final Supplier<ApplicationContext> wiring;
  private final Function<Throwable, @Nullable Refusal> explanation;
  private final @Nullable String devEnv;
  private @Nullable ApplicationContext built;

  /**
   * @param sources what there is to say of where settings come from
   * @param wiring makes the context, not started
   * @param explanation why a bean could not be made; null when that is a fault of ours
   * @param devEnv where the addresses of {@code bin/run} were looked for, when nothing else said
   *     where the backends are
   */
  public CliContext(
      Findings sources,
      Supplier<ApplicationContext> wiring,
      Function<Throwable, @Nullable Refusal> explanation,
      @Nullable String devEnv) {
    this.sources = sources;
    this.wiring = wiring;
    this.explanation = explanation;
    this.devEnv = devEnv;
  }

  /** What there is to say of where settings come from. */
  Findings sources() {
    return sources;
  }

  /** Only the settings: they can be read when the beans can't be made. */
  PropertyResolver settings() {
    return built().getEnvironment().start();
  }

  /** Why there is no backend to work with, when nobody said where one is. */
  Optional<String> nowhere() {
    boolean said =
        sources.areWrong() || Settings.named("AUTH_DATABASE_URL").text(settings()).isPresent();
    return said || devEnv == null
        ? Optional.empty()
        : Optional.of("AUTH_DATABASE_URL is not set, and bin/run is not running: no " + devEnv);
  }

  /**
   * @throws Refusal when it can't be made, for a reason that the operator can do something about
   */
  <T> T bean(Class<T> type) {
    nowhere()
        .ifPresent(
            why -> {
              throw new Refusal(ExitCode.AWAY, why);
            });
    try {
      sources.require();
      Findings _ = SettingsCheck.require(settings());
      return built().start().getBean(type);
    } catch (RuntimeException failure) {
      Refusal refusal = explanation.apply(failure);
      throw refusal == null ? failure : refusal;
    }
  }

  /** What to tell of a command that is done otherwise. */
  public Optional<String> warning() {
    return missedRevocations()
        ? Optional.of(
            "Redis is away: what was revoked counts when a running service has told all nodes,"
                + " usually within a second")
        : Optional.empty();
  }

  /** Asks only what is there: nothing is connected for it. */
  private boolean missedRevocations() {
    return built != null
        && built.isRunning()
        && built.getActiveBeanRegistrations(WatchedRevocationStore.class).stream()
            .anyMatch(store -> store.getBean().missed());
  }

  private ApplicationContext built() {
    if (built == null) {
      built = wiring.get();
    }
    return built;
  }

  @Override
  public void close() {
    if (built != null) {
      built.close();
    }
  }
}
