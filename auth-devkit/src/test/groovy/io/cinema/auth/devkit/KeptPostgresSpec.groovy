package io.cinema.auth.devkit

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class KeptPostgresSpec extends Specification {

    @TempDir
    Path kept

    def "a kept server commits durably, and has its port and data again after a restart"() {
        given:
        PostgresServer first = PostgresServer.at(kept)
        first.createDatabase('auth')

        expect:
        Database.query(first.jdbcUrl('postgres'), 'postgres', '') {
            ['fsync', 'synchronous_commit', 'full_page_writes'].every { name ->
                it.firstRow('SHOW ' + name).values().first() == 'on'
            }
        }

        when:
        Database.query(first.jdbcUrl('auth'), Roles.OWNER, Roles.OWNER_PASSWORD) { it.execute('CREATE TABLE t (id int)') }
        first.close()
        PostgresServer second = PostgresServer.at(kept)

        then:
        second.port() == first.port()
        Database.query(second.jdbcUrl('auth'), Roles.OWNER, Roles.OWNER_PASSWORD) { it.rows('SELECT * FROM t') } == []

        cleanup:
        first?.close()
        second?.close()
    }

    def "when the remembered port is taken, a kept server moves to another"() {
        given:
        PostgresServer first = PostgresServer.at(kept)
        first.close()
        ServerSocket squatter = new ServerSocket(first.port(), 1, InetAddress.loopbackAddress)

        when:
        PostgresServer second = PostgresServer.at(kept)

        then:
        second.port() != first.port()

        cleanup:
        squatter?.close()
        second?.close()
    }

    def "a kept directory has one user at a time"() {
        given:
        PostgresServer first = PostgresServer.at(kept)

        when:
        PostgresServer.at(kept)

        then:
        IllegalStateException e = thrown()
        e.message.contains("in use by process ${ProcessHandle.current().pid()}")

        cleanup:
        first?.close()
    }

    def "a first start that was interrupted begins again"() {
        given:
        Files.createDirectories(kept.resolve('cluster'))
        Files.writeString(kept.resolve('cluster/PG_VERSION'), '18')
        Files.createFile(kept.resolve('initialising'))

        when:
        PostgresServer first = PostgresServer.at(kept)

        then:
        Database.query(first.jdbcUrl('postgres'), 'postgres', '') { it.firstRow('SELECT 1 AS x').x } == 1

        cleanup:
        first?.close()
    }

    def "a pid file whose pid belongs to somebody else by now does no harm"() {
        given:
        PostgresServer.at(kept).close()
        Files.writeString(kept.resolve('cluster/postmaster.pid'), "${ProcessHandle.current().pid()}\n")

        when:
        PostgresServer second = PostgresServer.at(kept)

        then:
        ProcessHandle.current().alive
        Database.query(second.jdbcUrl('postgres'), 'postgres', '') { it.firstRow('SELECT 1 AS x').x } == 1

        cleanup:
        second?.close()
    }

    def "a start that fails says why and leaves nothing"() {
        given:
        PostgresServer.at(kept).close()
        Files.writeString(kept.resolve('cluster/postgresql.conf'), 'no_such_setting = 1')

        when:
        PostgresServer.at(kept)

        then:
        IllegalStateException e = thrown()
        e.message.contains('no_such_setting')
    }
}
