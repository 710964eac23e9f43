package io.cinema.auth.adapter.redis

/** The connection stays, and nothing comes back over it. */
class BlackHoledRedisSpec extends StoppedRedisSpec {
    @Override
    void stopBackend() {
        server.pause()
    }

    @Override
    void startBackend() {
        server.resume()
    }
}
