package io.cinema.auth.devkit

import groovy.sql.Sql
import java.sql.SQLException
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class PostgresOutageSpec extends Specification {

    @Shared
    @AutoCleanup
    PostgresServer server = PostgresServer.temporary()

    def "an outage refuses connections, and ends with the same port and data"() {
        given:
        int port = server.port()
        server.createDatabase('durable')
        asOwner('durable') { it.execute('CREATE TABLE kept (id int)') }

        when:
        server.stop()

        then:
        Ports.isFree(port)

        when:
        asOwner('durable') { it.rows('SELECT * FROM kept') }

        then:
        SQLException e = thrown()
        e.SQLState == '08001'

        when:
        server.start()

        then:
        server.port() == port
        asOwner('durable') { it.rows('SELECT * FROM kept') } == []
    }

    def "a paused server is a black hole: it takes connections and never answers"() {
        given:
        server.createDatabase('hole')
        String impatient = server.jdbcUrl('hole') + '?connectTimeout=1&socketTimeout=1'

        when:
        server.pause()

        then:
        !Ports.isFree(server.port())

        when:
        Sql.newInstance(impatient, Roles.APP, Roles.APP_PASSWORD)

        then:
        SQLException e = thrown()
        e.cause instanceof SocketTimeoutException

        when:
        server.resume()

        then:
        asApp('hole') { it.firstRow('SELECT 1 AS x').x } == 1
    }

    def "a server that is paused can be stopped"() {
        given:
        PostgresServer paused = PostgresServer.temporary()
        paused.pause()

        when:
        paused.close()

        then:
        Ports.isFree(paused.port())
    }

    private <T> T asOwner(String database, Closure<T> work) {
        Database.query(server.jdbcUrl(database), Roles.OWNER, Roles.OWNER_PASSWORD, work)
    }

    private <T> T asApp(String database, Closure<T> work) {
        Database.query(server.jdbcUrl(database), Roles.APP, Roles.APP_PASSWORD, work)
    }
}
