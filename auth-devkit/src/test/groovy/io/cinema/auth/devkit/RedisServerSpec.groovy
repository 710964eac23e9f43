package io.cinema.auth.devkit

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import java.time.temporal.ChronoUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class RedisServerSpec extends Specification {

    @Shared
    @AutoCleanup
    RedisServer server = RedisServer.temporary()

    @TempDir
    Path kept

    def "a temporary server never evicts, persists nothing, and listens on loopback only"() {
        expect:
        RedisClient.ask(server, "CONFIG GET $setting").contains(value)

        where:
        setting            || value
        'maxmemory-policy' || 'noeviction'
        'appendonly'       || 'no'
        'save'             || '$0'
        'bind'             || '127.0.0.1'
    }

    def "an outage refuses connections, and ends with the same port and nothing in it"() {
        given:
        int port = server.port()
        RedisClient.ask(server, 'SET film Solaris')

        when:
        server.stop()
        RedisClient.ask(server, 'PING')

        then:
        thrown(ConnectException)

        when:
        server.start()

        then:
        server.uri() == new URI("redis://127.0.0.1:$port")
        RedisClient.ask(server, 'GET film') == '$-1'
    }

    def "a paused server is a black hole: it takes connections and never answers"() {
        when:
        server.pause()
        RedisClient.ask(server, 'PING')

        then:
        thrown(SocketTimeoutException)

        when:
        server.resume()

        then:
        RedisClient.ask(server, 'PING') == '+PONG'
    }

    def "a closed temporary server leaves neither a directory nor a listener, paused or not"() {
        given:
        RedisServer brief = RedisServer.temporary()
        Path directory = Path.of(RedisClient.ask(brief, 'CONFIG GET dir').readLines().last())

        when:
        brief.pause()
        brief.close()
        brief.close()

        then:
        Ports.isFree(brief.port())
        !Files.exists(directory)
    }

    def "a kept server has its port and data again after a restart"() {
        given:
        RedisServer first = RedisServer.at(kept)
        RedisClient.ask(first, 'SET film Solaris')

        when:
        first.close()
        RedisServer second = RedisServer.at(kept)

        then:
        second.port() == first.port()
        RedisClient.ask(second, 'GET film').readLines().last() == 'Solaris'

        cleanup:
        first?.close()
        second?.close()
    }

    def "a kept directory has one user at a time"() {
        given:
        RedisServer first = RedisServer.at(kept)

        when:
        RedisServer.at(kept)

        then:
        IllegalStateException e = thrown()
        e.message.contains("in use by process ${ProcessHandle.current().pid()}")

        cleanup:
        first?.close()
    }

    def "a start that fails says why and leaves nothing"() {
        given:
        RedisServer.at(kept).close()
        Files.writeString(kept.resolve('appendonly.aof'), 'not an append-only file')

        when:
        RedisServer.at(kept)

        then:
        IllegalStateException e = thrown()
        e.message.contains('Bad file format')
    }

    def "what a killed JVM left behind is removed by the next, what is younger than a minute is left alone"() {
        given:
        Path leftover = abandoned(Instant.now().minus(2, ChronoUnit.MINUTES))
        Path recent = abandoned(Instant.now())

        when:
        RedisServer.temporary().close()

        then:
        !Files.exists(leftover)
        Files.exists(recent)

        cleanup:
        ServerDirectory.delete(recent)
    }

    private static Path abandoned(Instant claimed) {
        Path directory = Files.createTempDirectory('auth-redis-')
        Path lock = Files.createFile(DirectoryLock.fileIn(directory))
        Files.setLastModifiedTime(lock, FileTime.from(claimed))
        directory
    }
}
