package io.cinema.auth.devkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * The other way to temporary servers: in containers of published images, where the system property
 * {@value #PROPERTY} is {@code containers}. {@code bin/test --containers} sets it.
 *
 * <p>They need a container engine on this machine, and Testcontainers on the class path, which is
 * there under the Maven profile that the same property switches on. Whatever asks for a server
 * where no engine answers gets an {@link IllegalStateException} that says so.
 */
final class Containers {

  static final String PROPERTY = "auth.backends";

  /** Another image of the same kind, such as {@code postgres:16}. */
  private static final String POSTGRES_IMAGE = PROPERTY + ".postgres";

  /** Another image of the same kind, such as {@code valkey/valkey:9}. */
  private static final String REDIS_IMAGE = PROPERTY + ".redis";

  private static final int POSTGRES_PORT = 5432;
  private static final int REDIS_PORT = 6379;

  /** As {@link Postmaster} has it, for clients that come from outside of the container. */
  private static final String CLIENTS =
      """
      # TYPE  DATABASE  USER      ADDRESS    METHOD
      local   all       all                  trust
      host    all       postgres  0.0.0.0/0  trust
      host    all       all       0.0.0.0/0  scram-sha-256
      """;

  private static final String CLIENTS_FILE = "/etc/postgresql/pg_hba.conf";

  private Containers() {}

  static boolean areWanted() {
    return "containers".equals(System.getProperty(PROPERTY));
  }

  static ServerControl postgres(Map<String, String> durability) {
    List<String> command = new ArrayList<>(List.of("postgres", "-c", "hba_file=" + CLIENTS_FILE));
    Postmaster.SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    durability.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return new ServerContainer(
        of(POSTGRES_IMAGE, "postgres:18")
            // The image insists on a password or this; who is let in how says the file.
            .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
            .withEnv(
                "POSTGRES_INITDB_ARGS",
                "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --encoding=UTF8")
            .withCopyToContainer(Transferable.of(CLIENTS), CLIENTS_FILE)
            .withCommand(command.toArray(String[]::new)),
        POSTGRES_PORT,
        Answers::postgres);
  }

  static ServerControl redis(List<String> options) {
    List<String> command = new ArrayList<>(List.of("redis-server", "--protected-mode", "no"));
    command.addAll(options);
    return new ServerContainer(
        of(REDIS_IMAGE, "redis:8").withCommand(command.toArray(String[]::new)),
        REDIS_PORT,
        Answers::redis);
  }

  @SuppressWarnings("resource") // ServerContainer closes it.
  private static GenericContainer<?> of(String property, String image) {
    requireEngine();
    return new GenericContainer<>(DockerImageName.parse(System.getProperty(property, image)));
  }

  private static void requireEngine() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "no container engine answers: start Docker, or name one that runs by DOCKER_HOST");
    }
  }
}
