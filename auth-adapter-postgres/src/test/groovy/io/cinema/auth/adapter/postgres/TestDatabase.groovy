package io.cinema.auth.adapter.postgres

import groovy.sql.Sql as GroovySql
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.PostgresServer
import io.cinema.auth.devkit.Roles
import io.cinema.auth.domain.secret.Secret
import io.micronaut.context.ApplicationContext

/** A migrated database and the beans of this module on top of it, as in production. */
final class TestDatabase implements AutoCloseable {
    private static TestDatabase shared

    final PostgresServer server
    final String name
    final ApplicationContext beans

    /** @param overrides of the properties that production has */
    TestDatabase(PostgresServer server, String name, Map<String, Object> overrides = [:]) {
        this.server = server
        this.name = name
        server.createDatabase(name)
        migrations(server, name).run()
        beans = ApplicationContext.run(settings(server, name).properties() + overrides)
    }

    /** The one that most specs of this module share. */
    static synchronized TestDatabase shared() {
        if (shared == null) {
            shared = new TestDatabase(Backends.shared().postgres(), "shared")
            Runtime.runtime.addShutdownHook(new Thread({ shared.close() }))
        }
        shared
    }

    static PostgresSettings settings(PostgresServer server, String name) {
        new PostgresSettings(server.jdbcUrl(name), Roles.APP, Secret.of(Roles.APP_PASSWORD), PostgresSettings.DEFAULT_POOL_SIZE)
    }

    static Migrations migrations(PostgresServer server, String database) {
        new Migrations(server.jdbcUrl(database), Roles.OWNER, Secret.of(Roles.OWNER_PASSWORD), Roles.APP)
    }

    def <T> T bean(Class<T> type) {
        beans.getBean(type)
    }

    /** A connection of the role that owns the schema. */
    GroovySql owner() {
        connected(Roles.OWNER, Roles.OWNER_PASSWORD)
    }

    /** A connection of the role that the service runs as. */
    GroovySql app() {
        connected(Roles.APP, Roles.APP_PASSWORD)
    }

    private GroovySql connected(String role, String password) {
        GroovySql.newInstance(server.jdbcUrl(name), role, password, "org.postgresql.Driver")
    }

    @Override
    void close() {
        beans.close()
    }
}
