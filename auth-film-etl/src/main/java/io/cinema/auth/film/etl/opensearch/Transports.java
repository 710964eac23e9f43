package io.cinema.auth.film.etl.opensearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** Makes connections to OpenSearch. Whom to trust behind https, the JVM's trust store says. */
final class Transports {
  private Transports() {}

  /**
   * @throws IllegalArgumentException when that is no address, or holds credentials, which would be
   *     logged with it
   */
  static OpenSearchTransport to(URI url, @Nullable Credentials credentials, Limits limits) {
    ApacheHttpClient5TransportBuilder builder =
        ApacheHttpClient5TransportBuilder.builder(host(url))
            .setMapper(new JacksonJsonpMapper(Json.MAPPER))
            .setConnectionConfigCallback(
                connection ->
                    connection
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.answer()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1)))
            .setRequestConfigCallback(
                request -> request.setResponseTimeout(Timeout.of(limits.answer())));
    if (credentials != null) {
      // At once, rather than after a 401: a bulk is not sent twice.
      builder.setDefaultHeaders(new Header[] {authorization(credentials)});
    }
    String path = url.getPath();
    if (path != null && !path.isEmpty() && !path.equals("/")) {
      builder.setPathPrefix(path);
    }
    return builder.build();
  }

  private static HttpHost host(URI url) {
    String scheme = url.getScheme();
    if (url.getHost() == null
        || !("http".equals(scheme) || "https".equals(scheme))
        || url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the address of OpenSearch must be an http or https URL without credentials and query");
    }
    return new HttpHost(scheme, url.getHost(), port(url));
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return "https".equals(url.getScheme()) ? 443 : 9200;
  }

  private static Header authorization(Credentials credentials) {
    String pair = credentials.user() + ":" + credentials.password().reveal();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return new BasicHeader(HttpHeaders.AUTHORIZATION, "Basic " + basic, true);
  }
}
