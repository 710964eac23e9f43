package io.cinema.auth.devkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/**
 * Free loopback ports below the range that systems give to outgoing connections (32768 and up).
 *
 * <p>A port of that range may be taken by any client while its server is down for an outage spec; a
 * client that dials it may even end up connected to itself.
 */
final class Ports {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int TO_BUS = 10_000;
  private static final int ATTEMPTS = 1_000;

  private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** A free port, never the same one twice in this JVM. */
  static int pick() {
    return pick(HIGHEST, Ports::isFree);
  }

  /**
   * A free port for a server of a Redis Cluster, which takes the one that is 10000 higher as well.
   */
  static int pickWithBus() {
    return pick(HIGHEST - TO_BUS, port -> isFree(port) && isFree(port + TO_BUS));
  }

  private static int pick(int highest, IntPredicate usable) {
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, highest);
      if (usable.test(port) && HANDED_OUT.add(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port between %d and %d".formatted(LOWEST, highest));
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
