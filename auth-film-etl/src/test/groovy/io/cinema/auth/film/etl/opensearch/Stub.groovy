package io.cinema.auth.film.etl.opensearch

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput

/** Answers what a real OpenSearch can't be made to answer: each request gets the next answer. */
class Stub implements AutoCloseable {
    final List<Map<String, String>> requests = [].asSynchronized()
    private final List<Closure> answers = [].asSynchronized()
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    Stub() {
        server.createContext('/') { HttpExchange exchange ->
            def body = new String(exchange.requestBody.readAllBytes(), 'UTF-8')
            requests << [
                line: "$exchange.requestMethod $exchange.requestURI.path" as String, body: body,
                authorization: exchange.requestHeaders.getFirst('Authorization')]
            def (int status, answer) = answers.size() > 1 ? answers.removeFirst()(body) : answers.first()(body)
            byte[] bytes = (answer instanceof String ? answer : JsonOutput.toJson(answer)).getBytes('UTF-8')
            exchange.responseHeaders.set('Content-Type', answer instanceof String ? 'text/plain' : 'application/json')
            exchange.sendResponseHeaders(status, bytes.length)
            exchange.responseBody.write(bytes)
            exchange.close()
        }
        server.start()
    }

    URI getUri() {
        URI.create("http://127.0.0.1:$server.address.port")
    }

    /** The last one answers all that come later. */
    Stub answering(Closure... next) {
        answers.addAll(next)
        this
    }

    /** An item for each operation of a bulk. */
    static Closure items(List<Integer> statuses) {
        { String _ ->
            def items = statuses.collect { [index: it < 300 ? [status: it] : [status: it, error: error(it)]] }
            [200, [errors: statuses.any { it >= 300 }, items: items]]
        }
    }

    static Closure whole(int status) {
        { String _ -> [status, [error: error(status), status: status]] }
    }

    static Closure text(int status, String text) {
        { String _ -> [status, text] }
    }

    private static error(int status) {
        [type: [429: 'rejected_execution_exception', 503: 'unavailable_shards_exception'][status] ?: "error_$status" as String,
         reason: "because of $status" as String]
    }

    @Override
    void close() {
        server.stop(0)
    }
}
