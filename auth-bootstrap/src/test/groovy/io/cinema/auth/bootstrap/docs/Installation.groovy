package io.cinema.auth.bootstrap.docs

import io.cinema.auth.bootstrap.AuthServer
import io.cinema.auth.bootstrap.film.Cinema
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.Shell
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.social.FakeOidc
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import java.time.InstantSource

/**
 * What a reader has who typed bin/run: a service, on backends that nobody else uses, with the demo network. Only its clock is
 * ours, and its port is any: pages say 8080.
 */
final class Installation implements AutoCloseable {
    static final String ADDRESS = 'http://localhost:8080'
    private static final String DATABASE = 'docs'

    final MutableClock clock = MutableClock.atSystemTime()
    private final FakeOidc demo = FakeOidc.open(URI.create("$ADDRESS/api/v1/oauth/demo/callback"))
    private final Map<String, Object> settings
    private final ApplicationContext context
    private Cinema films
    final int port

    Installation() {
        def postgres = Backends.shared().postgres(), redis = Backends.shared().redis()
        postgres.createDatabase(DATABASE)
        settings = RunningService.settingsOf(postgres, redis, DATABASE) + RunningService.CHEAP + [
            'auth.mode': 'dev',
            'auth.issuer': ADDRESS,
            'auth.oauth.oidc': 'demo',
            'auth.oauth.demo.issuer': demo.issuer().toString(),
            'auth.oauth.demo.client-id': demo.clientId(),
            'auth.oauth.demo.client-secret': demo.clientSecret(),
        ]
        context = AuthServer.builder(clock).properties(settings).start()
        port = context.getBean(EmbeddedServer).start().port
    }

    /** The films of bin/run --films, made when a page first speaks of them. */
    synchronized Cinema getFilms() {
        if (films == null) {
            films = new Cinema('movies')
            films.load()
            films.follow()
        }
        films
    }

    /** A command of auth-cli, and what follows from it in the index. */
    Shell.Ran command(String input, List<String> words) {
        boolean aboutFilms = words.contains('films')
        // The doctor compares the machine's clock with those of the backends.
        InstantSource time = words.contains('doctor') ? AuthServer.systemClock() : clock
        Shell shell = new Shell(settings + (aboutFilms ? getFilms().settings : [:]), time)
        Shell.Ran ran = shell.typing(input, *words)
        if (aboutFilms) {
            films.follow()
        }
        ran
    }

    @Override
    void close() {
        context.close()
        demo.close()
        films?.close()
    }
}
