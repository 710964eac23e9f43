package io.cinema.auth.devkit

import groovy.sql.Sql
import java.sql.SQLException
import spock.lang.Specification

class RolesSpec extends Specification {

    PostgresServer server = Backends.shared().postgres()

    def "the owner makes tables, the app only uses what it was granted"() {
        given:
        server.createDatabase('shop')
        asOwner('shop') {
            it.execute('CREATE TABLE tickets (id int)')
            it.execute('GRANT SELECT, INSERT ON tickets TO auth_app')
        }

        when:
        asApp('shop') { it.execute('INSERT INTO tickets VALUES (1)') }

        then:
        asApp('shop') { it.firstRow('SELECT count(*) AS n FROM tickets').n == 1 }
    }

    def "the app may not #statement"() {
        given:
        server.createDatabase('guarded')
        asOwner('guarded') { it.execute('CREATE TABLE IF NOT EXISTS tickets (id int)') }

        when:
        asApp('guarded') { it.execute(statement) }

        then:
        SQLException e = thrown()
        e.SQLState == '42501'

        where:
        statement << [
            'CREATE TABLE mine (id int)',
            'CREATE TEMP TABLE mine (id int)',
            'CREATE SCHEMA mine',
            'CREATE DATABASE mine',
            'DROP TABLE tickets',
            'SELECT * FROM tickets',
        ]
    }

    def "a wrong password is refused"() {
        given:
        server.createDatabase('locked')

        when:
        Sql.newInstance(server.jdbcUrl('locked'), Roles.APP, 'guess')

        then:
        SQLException e = thrown()
        e.SQLState == '28P01'
    }

    def "making a database twice keeps its data and takes the newer passwords"() {
        given:
        server.createDatabase('twice')
        asOwner('twice') { it.execute('CREATE TABLE kept (id int)') }

        when:
        server.createDatabase('twice', "o'wner \$1", 'app \\ "2')

        then:
        Database.query(server.jdbcUrl('twice'), Roles.OWNER, "o'wner \$1") { it.rows('SELECT * FROM kept') } == []
        Database.query(server.jdbcUrl('twice'), Roles.APP, 'app \\ "2') { it.firstRow('SELECT 1 AS x').x } == 1
    }

    def "a database is not named #name"() {
        when:
        server.createDatabase(name)

        then:
        thrown(IllegalArgumentException)

        where:
        name << ['', 'Auth', '1st', 'a-b', 'x; DROP DATABASE auth', 'a' * 64]
    }

    private <T> T asOwner(String database, Closure<T> work) {
        Database.query(server.jdbcUrl(database), Roles.OWNER, Roles.OWNER_PASSWORD, work)
    }

    private <T> T asApp(String database, Closure<T> work) {
        Database.query(server.jdbcUrl(database), Roles.APP, Roles.APP_PASSWORD, work)
    }
}
