package io.cinema.auth.devkit

import groovy.sql.Sql
import java.util.logging.Level
import java.util.logging.Logger

/** Runs some SQL on a connection of its own and returns what came of it. */
class Database {

    static {
        // It warns of every statement that fails, and ours are meant to.
        Logger.getLogger(Sql.name).level = Level.OFF
    }

    static <T> T query(String url, String user, String password, Closure<T> work) {
        Sql sql = Sql.newInstance(url, user, password)
        try {
            work.call(sql)
        } finally {
            sql.close()
        }
    }
}
