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
 * What a reader has: a service, on backends that nobody else uses. Only its clock is ours, and its port is any: pages say 8080.
 */
final class Installation implements AutoCloseable {
    static final String ADDRESS = 'http://localhost:8080'
    final MutableClock clock = MutableClock.atSystemTime()
    private final FakeOidc demo
    private final Map<String, Object> settings
    private final ApplicationContext context
    private Cinema films
    final int port

    /** Of who typed bin/run: with the demo network, and nobody needs a second factor. */
    static Installation forDevelopment() {
        FakeOidc demo = FakeOidc.open(URI.create("$ADDRESS/api/v1/oauth/demo/callback"))
        new Installation('docs', demo, [
            'auth.mode': 'dev',
            'auth.oauth.oidc': 'demo',
            'auth.oauth.demo.issuer': demo.issuer().toString(),
            'auth.oauth.demo.client-id': demo.clientId(),
            'auth.oauth.demo.client-secret': demo.clientSecret(),
        ])
    }

    /** Of who set it up with nothing but what is needed. */
    static Installation inProduction() {
        new Installation('docs_production', null, ['auth.mfa.policy': null])
    }

    private Installation(String database, FakeOidc demo, Map<String, Object> ownSettings) {
        this.demo = demo
        def postgres = Backends.shared().postgres(), redis = Backends.shared().redis()
        postgres.createDatabase(database)
        settings = (RunningService.settingsOf(postgres, redis, database) + RunningService.CHEAP + ['auth.issuer': ADDRESS] + ownSettings)
            .findAll { it.value != null }
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
        demo?.close()
        films?.close()
    }
}
