package io.cinema.auth.devkit

import static io.cinema.auth.devkit.DevBackendsProcess.runs

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** How it ends, and what the next one finds. */
class DevBackendsLifecycleSpec extends Specification {

    @TempDir
    Path data

    def "when its input ends, it stops both servers and removes dev.env; a restart changes nothing"() {
        given:
        DevBackendsProcess first = DevBackendsProcess.ready(data)
        Map<String, String> before = first.env()
        List<ProcessHandle> servers = first.servers()
        first.asOwner { it.execute('CREATE TABLE kept (id int)') }

        when:
        first.close()

        then:
        first.exit() == 0
        servers.every { !runs(it) }
        !Files.exists(data.resolve('dev.env'))

        when:
        DevBackendsProcess second = DevBackendsProcess.ready(data)

        then:
        second.env() == before
        second.asOwner { it.rows('SELECT * FROM kept') } == []

        cleanup:
        first?.close()
        second?.close()
    }

    def "#signal stops it just as well"() {
        given:
        DevBackendsProcess backends = DevBackendsProcess.ready(data)
        List<ProcessHandle> servers = backends.servers()

        when:
        send(backends.process)
        backends.exit()

        then:
        servers.every { !runs(it) }
        !Files.exists(data.resolve('dev.env'))

        cleanup:
        backends?.close()

        where:
        signal                                      | send
        'SIGTERM'                                   | { it.toHandle().destroy() }
        'SIGTERM with the end of its input at once' | { it.destroy() }
    }

    def "killed outright, it leaves orphans and a stale dev.env, and the next one takes over from them"() {
        given:
        DevBackendsProcess first = DevBackendsProcess.ready(data)
        Map<String, String> before = first.env()
        List<ProcessHandle> orphans = first.servers()
        first.asOwner { it.execute('CREATE TABLE kept (id int)') }

        when:
        first.process.destroyForcibly()
        first.exit()

        then:
        orphans.every { runs(it) }
        Files.exists(data.resolve('dev.env'))

        when:
        DevBackendsProcess second = DevBackendsProcess.ready(data)

        then:
        orphans.every { !runs(it) }
        second.servers().every { runs(it) }
        second.env() == before
        second.asOwner { it.rows('SELECT * FROM kept') } == []

        cleanup:
        first?.close()
        second?.close()
    }
}
