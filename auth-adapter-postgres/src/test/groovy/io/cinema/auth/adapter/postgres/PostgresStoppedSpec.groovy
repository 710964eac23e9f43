package io.cinema.auth.adapter.postgres

/** The server shuts down: open connections break, new ones are refused. */
class PostgresStoppedSpec extends PostgresOutage {

    @Override
    void stopBackend() {
        server.stop()
    }

    @Override
    void startBackend() {
        server.start()
    }
}
