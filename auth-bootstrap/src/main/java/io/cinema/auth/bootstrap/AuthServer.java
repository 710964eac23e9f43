package io.cinema.auth.bootstrap;

import io.cinema.auth.adapter.postgres.PostgresSettings;
import io.cinema.auth.bootstrap.config.check.SettingsCheck;
import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.source.SettingSources;
import io.cinema.auth.bootstrap.log.Announcement;
import io.cinema.auth.bootstrap.log.JavaLogging;
import io.cinema.auth.bootstrap.shutdown.GracefulStop;
import io.cinema.auth.domain.secret.Secret;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service, configured as docs/configuration.md says. */
public final class AuthServer {
  /** {@code EX_CONFIG} of sysexits: nothing but another configuration helps. */
  private static final int UNUSABLE_CONFIGURATION = 78;

  /** {@code EX_UNAVAILABLE}: trying again may help. */
  private static final int BACKEND_AWAY = 69;

  private static final int USAGE = 2;

  private static final String TRAIN = "--train";
  private static final String MIGRATE = "--migrate";

  private AuthServer() {}

  /**
   * @param args {@code --train} starts on a port of its own and stops, for the JVM to learn what a
   *     start takes; {@code --migrate} brings the schema up to date and ends; nothing else is known
   */
  public static void main(String[] args) {
    try {
      switch (String.join(" ", args)) {
        case "" -> start(settings());
        case TRAIN -> train(settings());
        case MIGRATE -> migrate(settings());
        default -> {
          System.err.println("auth-server: unknown argument: " + String.join(" ", args));
          System.exit(USAGE);
        }
      }
    } catch (RuntimeException failure) {
      System.exit(explain(failure));
    }
  }

  private static void train(SettingSources sources) {
    try (ApplicationContext context =
        started(sources, builder(systemClock()).properties(Map.of("micronaut.server.port", -1)))) {
      EmbeddedServer _ = context.getBean(EmbeddedServer.class).start();
    }
    System.exit(0);
  }

  private static void migrate(SettingSources sources) {
    Environment settings = sources.configure(builder(systemClock())).build().getEnvironment();
    SettingsCheck.requireMigration(settings.start());
    int run = new SchemaMigration(settings).run();
    System.out.println("auth-server: the schema is up to date, after " + run + " migrations");
    System.exit(0);
  }

  /** Before all else: what comes after it may want to log. */
  private static SettingSources settings() {
    SettingSources sources = SettingSources.of(System.getenv());
    sources.tellLogging();
    JavaLogging.join();
    sources.findings().require();
    return sources;
  }

  private static ApplicationContext started(
      SettingSources sources, ApplicationContextBuilder builder) {
    ApplicationContext context = sources.configure(builder).build();
    Findings settings = SettingsCheck.require(context.getEnvironment().start());
    Logger log = LoggerFactory.getLogger(AuthServer.class);
    Stream.concat(sources.findings().warnings(), settings.warnings()).forEach(log::warn);
    return context.start();
  }

  private static void start(SettingSources sources) {
    ApplicationContext context = started(sources, builder(systemClock()));
    EmbeddedServer server = context.getBean(EmbeddedServer.class);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(context.getBean(GracefulStop.class)::run));
    server.start();
    String address = "http://localhost:" + server.getPort();
    Announcement.of("auth is up: API " + address + "/api/v1, docs " + address + "/docs/");
  }

  /** Postgres keeps microseconds: what is compared with stored times must not have more. */
  static InstantSource systemClock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }

  /**
   * The context of the service, also for specs, which hand in a clock and properties of their own.
   */
  public static ApplicationContextBuilder builder(InstantSource clock) {
    return ApplicationContext.builder()
        .beanDefinitions(
            RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                .singleton(true)
                .qualifier(PrimaryQualifier.instance())
                .build())
        .mainClass(AuthServer.class)
        .banner(false)
        .propertySources(
            PropertySource.of("postgres", dataSource(), PropertySource.of(Map.of()).getOrder()));
  }

  /** The pool as the adapter wants it, the place of the database as the operator says. */
  private static Map<String, Object> dataSource() {
    PostgresSettings settings =
        new PostgresSettings(
            "${auth.database.url}",
            "${auth.database.user}",
            Secret.of("${auth.database.password}"),
            PostgresSettings.DEFAULT_POOL_SIZE);
    Map<String, Object> properties = new LinkedHashMap<>(settings.properties());
    properties.put(
        "datasources.default.maximum-pool-size",
        "${auth.database.pool-size:" + PostgresSettings.DEFAULT_POOL_SIZE + "}");
    return properties;
  }

  private static int explain(Throwable failure) {
    StartFailure reason = StartFailure.of(failure);
    if (reason == null) {
      Announcement.ofFault("auth can't start", failure);
      return 1;
    }
    Announcement.ofRefusal("auth can't start: " + reason.sentence());
    return switch (reason.kind()) {
      case UNUSABLE_CONFIGURATION -> UNUSABLE_CONFIGURATION;
      case BACKEND_AWAY -> BACKEND_AWAY;
      case MIGRATION_FAILED -> 1;
    };
  }
}
