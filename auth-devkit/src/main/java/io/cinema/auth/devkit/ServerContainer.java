package io.cinema.auth.devkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.time.Duration;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A server in a container. */
final class ServerContainer implements ServerControl {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final GenericContainer<?> container;
  private final int port = Ports.pick();
  private final IntPredicate answers;

  /**
   * @param container not yet started
   * @param inside the port of the server in there
   * @param answers whether it answers on the port that it is given
   */
  ServerContainer(GenericContainer<?> container, int inside, IntPredicate answers) {
    this.answers = answers;
    // A port that Docker chose would be another one after a restart.
    ExposedPort exposed = ExposedPort.tcp(inside);
    PortBinding published = new PortBinding(Binding.bindIpAndPort("127.0.0.1", port), exposed);
    this.container =
        container
            .withCreateContainerCmdModifier(
                command -> hostOf(command.withExposedPorts(exposed)).withPortBindings(published))
            .waitingFor(new Answer());
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    if (container.getContainerId() == null) {
      container.start();
    } else if (!Boolean.TRUE.equals(state().getRunning())) {
      docker().startContainerCmd(container.getContainerId()).exec();
      await();
    }
  }

  @Override
  public void stop() {
    if (Boolean.TRUE.equals(state().getRunning())) {
      resume();
      docker().stopContainerCmd(container.getContainerId()).exec();
    }
  }

  @Override
  public void pause() {
    docker().pauseContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void resume() {
    if (Boolean.TRUE.equals(state().getPaused())) {
      docker().unpauseContainerCmd(container.getContainerId()).exec();
    }
  }

  @Override
  public void close() {
    if (container.getContainerId() != null) {
      resume();
    }
    container.stop();
  }

  private ContainerState state() {
    return docker().inspectContainerCmd(container.getContainerId()).exec().getState();
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }

  private void await() {
    if (!Poll.until(START_LIMIT, () -> answers.test(port))) {
      throw new IllegalStateException(
          "%s did not start: %s".formatted(container.getDockerImageName(), container.getLogs()));
    }
  }

  private static HostConfig hostOf(CreateContainerCmd command) {
    return Objects.requireNonNull(command.getHostConfig());
  }

  private final class Answer extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {
      await();
    }
  }
}
