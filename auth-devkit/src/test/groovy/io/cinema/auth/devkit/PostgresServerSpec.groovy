package io.cinema.auth.devkit

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class PostgresServerSpec extends Specification {

    PostgresServer server = Backends.shared().postgres()

    def "#setting is #value"() {
        expect:
        asAdmin { it.firstRow('SHOW ' + setting).values().first() } == value

        where:
        setting                   || value
        'listen_addresses'        || '127.0.0.1'
        'unix_socket_directories' || ''
        'server_encoding'         || 'UTF8'
        'log_timezone'            || 'UTC'
        'max_connections'         || '200'
    }

    def "it is the Postgres of production, which orders by code point and knows letters beyond ASCII"() {
        expect:
        asAdmin { it.firstRow('SHOW server_version').values().first() }.startsWith('18.')
        asAdmin { it.rows("SELECT x FROM (VALUES ('b'), ('C'), ('a')) AS t (x) ORDER BY x")*.x } == ['C', 'a', 'b']
        asAdmin { it.firstRow("SELECT lower('ÄÖ') AS x").x } == 'äö'
    }

    def "a closed temporary server leaves neither a directory nor a listener"() {
        given:
        PostgresServer brief = PostgresServer.temporary()
        Path directory = Path.of(Database.query(brief.jdbcUrl('postgres'), 'postgres', '') {
            it.firstRow('SHOW data_directory').values().first()
        })

        when:
        brief.close()
        brief.close()

        then:
        Ports.isFree(brief.port())
        !Files.exists(directory.parent)
    }

    private <T> T asAdmin(Closure<T> work) {
        Database.query(server.jdbcUrl('postgres'), 'postgres', '', work)
    }
}
