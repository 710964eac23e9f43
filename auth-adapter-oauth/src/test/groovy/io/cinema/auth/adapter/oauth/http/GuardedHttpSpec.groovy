package io.cinema.auth.adapter.oauth.http

import com.nimbusds.oauth2.sdk.http.HTTPRequest
import com.sun.net.httpserver.HttpServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

class GuardedHttpSpec extends Specification {
    static final int LONGEST = 1000

    @AutoCleanup
    GuardedHttp http = new GuardedHttp(new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), LONGEST))

    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    def setup() {
        server.start()
    }

    def cleanup() {
        server.stop(0)
    }

    def "JSON is let through, by whatever name: #type, status #status"() {
        given:
        answering(status, type, '{"a":1}')

        when:
        def answer = asked()

        then:
        answer.statusCode == status
        answer.bodyAsJSONObject == [a: 1]

        where:
        status | type
        200    | "application/json"
        200    | "application/json; charset=utf-8"
        200    | "Application/JSON"
        200    | "application/jwk-set+json"
        400    | "application/json"
        401    | "application/problem+json"
        404    | "application/json"
    }

    def "anything else is unfit: #type, status #status"() {
        given:
        answering(status, type, '{"a":1}')

        when:
        asked()

        then:
        thrown(UnfitAnswerException)

        where:
        status | type
        200    | null
        200    | ""
        200    | "text/html"
        200    | "text/json+html"
        200    | "nonsense"
        301    | "application/json"
        302    | "application/json"
        308    | "application/json"
        429    | "application/json"
        500    | "application/json"
        503    | "application/json"
    }

    def "a body of the greatest length is let through, one byte more is not"() {
        given:
        answering(200, "application/json", '"' + "x" * (LONGEST - 2) + '"')

        expect:
        asked().body.length() == LONGEST

        when:
        server.removeContext("/")
        answering(200, "application/json", '"' + "x" * (LONGEST - 1) + '"')
        asked()

        then:
        thrown(IOException)
    }

    def "only the web is asked: #address"() {
        when:
        http.call().send(new HTTPRequest(HTTPRequest.Method.GET, URI.create(address)))

        then:
        thrown(UnfitAnswerException)

        where:
        address << ["file:///etc/passwd", "ftp://localhost/x", "jar:file:/x!/y", "mailto:a@example.com", "http:/nowhere"]
    }

    def "the time is that of the call and not of each of its requests"() {
        given:
        server.createContext("/") { exchange ->
            Thread.sleep(700)
            exchange.responseHeaders.add("Content-Type", "application/json")
            exchange.sendResponseHeaders(200, 2)
            exchange.responseBody.write("{}".bytes)
            exchange.close()
        }
        def hasty = new GuardedHttp(new HttpLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), LONGEST))
        def call = hasty.call()
        call.send(request())

        when:
        call.send(request())

        then:
        thrown(IOException)
        call.left() == Duration.ZERO

        cleanup:
        hasty.close()
    }

    def "limits must be positive"() {
        when:
        new HttpLimits(Duration.ofSeconds(connect), Duration.ofSeconds(whole), longest)

        then:
        thrown(IllegalArgumentException)

        where:
        connect | whole | longest
        0       | 1     | 1
        1       | -1    | 1
        1       | 1     | 0
    }

    private asked() {
        http.call().send(request())
    }

    private HTTPRequest request() {
        new HTTPRequest(HTTPRequest.Method.GET, URI.create("http://127.0.0.1:${server.address.port}/x?format=json"))
    }

    private void answering(int status, String type, String body) {
        server.createContext("/") { exchange ->
            assert exchange.requestURI.query == "format=json"
            assert exchange.requestHeaders.getFirst("Accept") == "application/json"
            if (type != null) {
                exchange.responseHeaders.add("Content-Type", type)
            }
            exchange.responseHeaders.add("Location", "http://127.0.0.1:1/")
            exchange.sendResponseHeaders(status, body.bytes.length)
            exchange.responseBody.write(body.bytes)
            exchange.close()
        }
    }
}
