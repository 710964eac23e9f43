package io.cinema.auth.film.etl.postgres

import groovy.sql.Sql
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.PostgresServer
import io.cinema.auth.devkit.Roles
import io.cinema.auth.domain.secret.Secret
import javax.sql.DataSource
import org.postgresql.ds.PGSimpleDataSource
import java.util.logging.Level
import java.util.logging.Logger

/** A database with a film catalogue, and quick ways to fill it. */
final class TestCatalogue {
    static {
        // It warns of every statement that fails, and some specs make some fail.
        Logger.getLogger(Sql.name).level = Level.OFF
    }

    final PostgresServer server
    final String name

    private TestCatalogue(PostgresServer server, String name) {
        this.server = server
        this.name = name
        server.createDatabase(name)
    }

    /** An empty database. */
    static TestCatalogue unmigrated(String name) {
        new TestCatalogue(Backends.shared().postgres(), name)
    }

    static TestCatalogue migrated(String name, PostgresServer server = Backends.shared().postgres()) {
        def catalogue = new TestCatalogue(server, name)
        catalogue.migrations().run()
        catalogue
    }

    CatalogueMigrations migrations(String runtimeRole = Roles.APP) {
        new CatalogueMigrations(server.jdbcUrl(name), Roles.OWNER, Secret.of(Roles.OWNER_PASSWORD), runtimeRole)
    }

    /** As the ETL connects. */
    DataSource database() {
        new PGSimpleDataSource(url: server.jdbcUrl(name), user: Roles.APP, password: Roles.APP_PASSWORD, socketTimeout: 20)
    }

    /** A connection of the role that owns the catalogue. */
    Sql owner() {
        connected(Roles.OWNER, Roles.OWNER_PASSWORD)
    }

    /** A connection of the role that the ETL runs as. */
    Sql app() {
        connected(Roles.APP, Roles.APP_PASSWORD)
    }

    /** A connection of the role that may do anything. */
    Sql admin() {
        connected("postgres", "")
    }

    private Sql connected(String role, String password) {
        Sql.newInstance(server.jdbcUrl(name), role, password, "org.postgresql.Driver")
    }

    /** Ids in their order. */
    static UUID id(long number) {
        new UUID(0, number)
    }

    static void addFilm(Sql sql, long film, String title = "Film $film") {
        sql.execute("INSERT INTO content.film_work (id, title, type) VALUES (?, ?, 'movie')", [id(film), title])
    }

    static void addGenre(Sql sql, long genre, String name = "Genre $genre") {
        sql.execute("INSERT INTO content.genre (id, name) VALUES (?, ?)", [id(genre), name])
    }

    static void addPerson(Sql sql, long person, String name = "Person $person") {
        sql.execute("INSERT INTO content.person (id, full_name) VALUES (?, ?)", [id(person), name])
    }

    static void link(Sql sql, long film, long genre) {
        sql.execute("INSERT INTO content.genre_film_work (id, film_work_id, genre_id) VALUES (gen_random_uuid(), ?, ?)", [id(film), id(genre)])
    }

    static void cast(Sql sql, long film, long person, String role = "actor") {
        sql.execute("INSERT INTO content.person_film_work (id, film_work_id, person_id, role) VALUES (gen_random_uuid(), ?, ?, ?)", [id(film), id(person), role])
    }

    /** Empties the catalogue, tombstones too. */
    static void clear(Sql sql) {
        sql.execute("TRUNCATE content.film_work, content.genre, content.person CASCADE")
        sql.execute("TRUNCATE content.film_deletion")
    }
}
