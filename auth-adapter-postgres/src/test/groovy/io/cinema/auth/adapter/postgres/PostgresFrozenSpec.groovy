package io.cinema.auth.adapter.postgres

/** The server hangs: it takes connections and never answers. */
class PostgresFrozenSpec extends PostgresOutage {

    @Override
    void stopBackend() {
        server.pause()
    }

    @Override
    void startBackend() {
        server.resume()
    }
}
