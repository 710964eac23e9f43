package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.cinema.auth.domain.port.PortUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;

/**
 * OpenSearch over HTTP: JSON in, JSON out, and what went wrong as an exception.
 *
 * <p>Every method throws {@link PortUnavailableException} when it is away, has no room for long, or
 * no longer has the index that is asked about; {@link CredentialsRefusedException} and {@link
 * RequestRefusedException} when it will not.
 */
final class OpenSearch implements AutoCloseable {
  /** For the log. */
  static final String PORT = "FilmIndex";

  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;
  private final Backoff backoff;

  OpenSearch(OpenSearchTransport transport, Backoff backoff) {
    this.transport = transport;
    this.client = new OpenSearchGenericClient(transport);
    this.backoff = backoff;
  }

  static PortUnavailableException down(String why) {
    return PortUnavailableException.down(PORT, new IOException(why));
  }

  Backoff backoff() {
    return backoff;
  }

  /** Empty when there is no such thing. */
  Optional<JsonNode> find(String path, Map<String, String> parameters) {
    Answer answer = send("GET", path, parameters, null);
    return answer.status() == Answer.NOT_FOUND
        ? Optional.empty()
        : Optional.of(good("GET", path, answer));
  }

  JsonNode ask(String method, String path, @Nullable JsonNode body) {
    Body sent = body == null ? null : Body.from(bytes(body), JSON);
    return good(method, path, send(method, path, Map.of(), sent));
  }

  /** The answer to a bulk; one that is too large is not an exception. */
  Answer bulk(String path, Map<String, String> parameters, byte[] lines) {
    Answer answer = send("POST", path, parameters, Body.from(lines, LINES));
    if (answer.status() != Answer.TOO_LARGE) {
      JsonNode _ = good("POST", path, answer);
    }
    return answer;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer send(
      String method, String path, Map<String, String> parameters, @Nullable Body body) {
    Request request = Requests.create(method, path, List.of(), parameters, body);
    for (int attempt = 1; ; attempt++) {
      Answer answer = once(request);
      if (answer.status() != Answer.NO_ROOM) {
        return answer;
      }
      backoff.await(attempt, answer.reason());
    }
  }

  private Answer once(Request request) {
    try {
      return answer(request);
    } catch (IOException e) {
      throw PortUnavailableException.down(PORT, e);
    }
  }

  private Answer answer(Request request) throws IOException {
    try (Response response = client.execute(request)) {
      return answer(response.getStatus(), response.getBody().orElse(null));
    } catch (IOException e) {
      return Failure.answered(e).orElseThrow(() -> e);
    }
  }

  private static Answer answer(int status, @Nullable Body body) throws IOException {
    return Answer.of(status, body == null ? new byte[0] : body.bodyAsBytes());
  }

  private static JsonNode good(String method, String path, Answer answer) {
    if (answer.isGood()) {
      return answer.body();
    }
    String what = "%s %s: %d %s".formatted(method, path, answer.status(), answer.reason());
    if (answer.status() >= 500 || answer.status() == Answer.NOT_FOUND || isBlocked(answer)) {
      throw down(what);
    }
    throw answer.status() == 401 || answer.status() == 403
        ? new CredentialsRefusedException(what)
        : new RequestRefusedException(what);
  }

  /** Closed, or read-only for want of space on a disk: for a time, and not for who we are. */
  static boolean isBlocked(Answer answer) {
    String type = answer.body().path("error").path("type").asText();
    return type.equals("cluster_block_exception") || type.equals("index_closed_exception");
  }

  private static byte[] bytes(JsonNode json) {
    try {
      return Json.MAPPER.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
