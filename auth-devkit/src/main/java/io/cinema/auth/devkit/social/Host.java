package io.cinema.auth.devkit.social;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a provider runs on: counts who asks, and spoils answers while it has a defect. */
final class Host {

  private static final Duration HOLD = Duration.ofSeconds(10);

  private final Function<Request, Answer> provider;
  private final Predicate<Request> browsers;
  private final LoopbackServer server;

  /** The same provider, whatever defect the first has. */
  private final LoopbackServer elsewhere;

  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
  private final AtomicInteger requestsElsewhere = new AtomicInteger();
  private volatile @Nullable Fault fault;
  private volatile Duration hold = HOLD;

  /**
   * @param port 0 for any that is free
   * @param browsers which requests come from a browser: their answers are never spoilt
   */
  Host(int port, Function<Request, Answer> provider, Predicate<Request> browsers) {
    this.provider = provider;
    this.browsers = browsers;
    this.server = new LoopbackServer(port, this::reply);
    this.elsewhere = new LoopbackServer(0, this::replyElsewhere);
  }

  URI address() {
    return server.address();
  }

  void start() {
    server.start();
    elsewhere.start();
  }

  void stop() {
    server.stop();
    elsewhere.stop();
  }

  void fault(@Nullable Fault other) {
    fault = other;
  }

  void hold(Duration duration) {
    hold = duration;
  }

  /** The defect that it has, wherever. */
  @Nullable Defect defect() {
    Fault current = fault;
    return current == null ? null : current.defect();
  }

  /** The defect that it has there. */
  @Nullable Defect defectAt(URI endpoint) {
    Fault current = fault;
    return current != null && current.isAt(endpoint.getPath()) ? current.defect() : null;
  }

  int requests(URI endpoint) {
    AtomicInteger count = requests.get(endpoint.getPath());
    return count == null ? 0 : count.get();
  }

  int requestsElsewhere() {
    return requestsElsewhere.get();
  }

  private Reply reply(Request request) {
    requests.computeIfAbsent(request.path(), _ -> new AtomicInteger()).incrementAndGet();
    Defect defect = browsers.test(request) ? null : defectAt(request.address());
    URI other = elsewhere.address().resolve(request.address());
    return defect == null
        ? provider.apply(request)
        : Spoilt.by(defect, () -> provider.apply(request), hold, other);
  }

  private Reply replyElsewhere(Request request) {
    requestsElsewhere.incrementAndGet();
    return provider.apply(request);
  }
}
