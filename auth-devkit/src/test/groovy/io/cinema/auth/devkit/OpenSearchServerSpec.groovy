package io.cinema.auth.devkit

import groovy.json.JsonSlurper
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** One server for all features: it takes seconds to start. That it ends with its JVM: DevBackendsFilmsSpec. */
class OpenSearchServerSpec extends Specification {

    @Shared
    @TempDir
    Path kept

    @Shared
    @AutoCleanup
    OpenSearchServer server

    def setupSpec() {
        kept = kept.toRealPath()
        server = OpenSearchServer.at(kept)
    }

    private Object ask(String path, String method = 'GET', String body = null, int patienceMillis = 30_000) {
        def connection = server.uri().resolve(path).toURL().openConnection() as HttpURLConnection
        connection.connectTimeout = connection.readTimeout = patienceMillis
        connection.requestMethod = method
        if (body != null) {
            connection.doOutput = true
            connection.setRequestProperty('Content-Type', 'application/json')
            connection.outputStream << body
        }
        new JsonSlurper().parse(connection.inputStream)
    }

    def "it listens on loopback only, and is there for one user at a time"() {
        expect:
        ask('/_nodes/http').nodes.values()*.http*.bound_address == [["127.0.0.1:${server.port()}".toString()]]

        when:
        OpenSearchServer.at(kept)

        then:
        IllegalStateException e = thrown()
        e.message.contains("in use by process ${ProcessHandle.current().pid()}")
    }

    def "an outage refuses connections, and ends with the same port and data"() {
        given:
        ask('/films/_doc/1?refresh=true', 'PUT', '{"title": "Solaris"}')

        when:
        server.stop()
        ask('/')

        then:
        thrown(ConnectException)

        when:
        server.start()

        then:
        server.uri() == new URI("http://127.0.0.1:${server.port()}")
        ask('/films/_doc/1')._source == [title: 'Solaris']
    }

    def "a paused server is a black hole: it takes connections and never answers"() {
        when:
        server.pause()
        ask('/', 'GET', null, 1_000)

        then:
        thrown(SocketTimeoutException)

        when:
        server.resume()

        then:
        ask('/').version.distribution == 'opensearch'
    }

    def "frozen it can't see that we are gone, and is stopped by whoever finds it in its directory"() {
        given:
        ProcessHandle process = server.running.toHandle()

        when: 'what we hold of it is closed, as when we are killed'
        server.pause()
        server.running.outputStream.close()

        then:
        process.alive

        when:
        OpenSearchServer.stopOrphan(kept)

        then:
        Poll.until(DevBackendsProcess.PATIENCE) { !process.alive }
        Ports.isFree(server.port())
    }
}
