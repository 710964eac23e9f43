package io.cinema.auth.devkit

import static io.cinema.auth.devkit.DevBackendsProcess.runs
import static java.nio.file.attribute.PosixFilePermissions.toString as symbolic

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/** With the films there is an OpenSearch too. One start for all: it takes seconds. */
@Stepwise
class DevBackendsFilmsSpec extends Specification {

    @Shared
    @TempDir
    Path data

    @Shared
    @AutoCleanup
    DevBackendsProcess backends

    def setupSpec() {
        backends = DevBackendsProcess.ready(data, '--films')
    }

    def "dev.env says where it is, and its data is for its owner only"() {
        expect:
        URI.create(backends.env().AUTH_FILMS_OPENSEARCH_URL).toURL().text.contains('opensearch')
        backends.env().keySet().containsAll(['AUTH_DATABASE_URL', 'AUTH_REDIS_URI', 'AUTH_MASTER_KEY'])
        symbolic(Files.getPosixFilePermissions(data.resolve('opensearch'))) == 'rwx------'
    }

    def "it is gone with whoever started it, even one that is killed outright"() {
        given:
        ProcessHandle search = backends.server('opensearch/opensearch.pid')

        when:
        backends.process.destroyForcibly()
        backends.exit()

        then:
        Poll.until(DevBackendsProcess.PATIENCE) { !runs(search) }

        cleanup: 'the others are orphans'
        Postmaster.stopOrphan(data.toRealPath().resolve('postgres'))
        RedisProcess.stopOrphan(data.toRealPath().resolve('redis'))
    }
}
