package io.cinema.auth.bootstrap.shutdown

import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.devkit.Backends
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class GracefulStopSpec extends Specification {
    /** POSIX: 128 and the number of SIGTERM. */
    static final int TERMINATED = 143

    @Shared
    Map<String, String> environment =
        ServiceProcess.environment(Backends.shared().postgres(), Backends.shared().redis(), 'graceful_stop') +
            [AUTH_SHUTDOWN_DELAY: '2s', AUTH_PASSWORD_MEMORY_KIB: '64', AUTH_PASSWORD_ITERATIONS: '1']

    @AutoCleanup
    ServiceProcess service = ServiceProcess.started(environment)

    @AutoCleanup
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()

    def "a service that is told to stop says so first, answers whoever comes until it closes, and all it began with"() {
        given:
        Person person = Person.signedUp(service.api())
        SignedIn signedIn = person.signIn()
        byte[] login = """{"login":"$person.login","password":"$person.password"}""".getBytes('UTF-8')
        Socket slow = new Socket('127.0.0.1', service.port)
        slow.soTimeout = 20_000
        slow.outputStream.write(("POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
            "Content-Length: $login.length\r\n\r\n").getBytes('US-ASCII'))
        slow.outputStream.write(login, 0, 10)
        slow.outputStream.flush()

        expect: 'before, connections are kept'
        ready().statusCode() == 200
        me(signedIn).headers().firstValue('connection').empty

        when:
        service.terminate()

        then: 'balancers are told, and who comes all the same is served, and sent away after'
        Eventually.holds(Duration.ofSeconds(5)) { ready().statusCode() == 503 }
        HttpResponse<String> last = me(signedIn)
        last.statusCode() == 200
        last.headers().firstValue('connection').get() == 'close'
        get('/health/liveness').statusCode() == 200

        and: 'then nobody new is let in'
        Eventually.holds(Duration.ofSeconds(10)) { refuses() }
        service.process.alive

        and: 'but who began is answered'
        slow.outputStream.write(login, 10, login.length - 10)
        slow.outputStream.flush()
        String answer = new String(slow.inputStream.readAllBytes(), 'UTF-8')
        answer.startsWith('HTTP/1.1 200 ')
        answer.contains('access_token')

        and: 'and nothing went wrong'
        service.ended() == TERMINATED
        service.said.last().endsWith('stopped')
        service.said.every { !(it =~ /(?i) (WARN|ERROR) |exception|rejected/) }

        cleanup:
        slow?.close()
    }

    private HttpResponse<String> ready() {
        get('/health/readiness')
    }

    private HttpResponse<String> me(SignedIn person) {
        get('/api/v1/users/me', 'Authorization', "Bearer $person.access")
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:$service.port$path"))
        if (headers) {
            request.headers(headers)
        }
        client.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    private boolean refuses() {
        try {
            new Socket('127.0.0.1', service.port).close()
            false
        } catch (ConnectException refused) {
            true
        }
    }
}
