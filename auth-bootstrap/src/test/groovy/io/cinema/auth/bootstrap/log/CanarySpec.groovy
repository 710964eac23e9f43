package io.cinema.auth.bootstrap.log

import groovy.json.JsonSlurper
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Authenticator
import io.cinema.auth.bootstrap.fixture.Collector
import io.cinema.auth.bootstrap.fixture.Networks
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.devkit.Roles
import io.cinema.auth.devkit.social.FakeYandex
import io.lettuce.core.RedisClient
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Somebody uses all that there is while the log is set to tell all that it can. Then it is searched. */
class CanarySpec extends Specification {
    static final String REDIS_PASSWORD = 'canary-of-redis-4f1c'
    static final String METRICS_PASSWORD = 'canary-of-metrics-9d2e'

    @Shared
    @AutoCleanup
    RedisServer redis = guarded(RedisServer.temporary())

    @Shared
    @AutoCleanup
    FakeYandex yandex = FakeYandex.open(Networks.callback('yandex'), URI.create(Networks.APP))

    @Shared
    @AutoCleanup
    Collector collector = new Collector()

    def "no secret is in the log, whatever its level and its format"() {
        given:
        ServiceProcess service = ServiceProcess.logging('logback-both.xml', environment())

        when:
        List<String> secrets = tour(service.api())
        service.terminate()
        service.ended()

        then: 'it told what it is there to tell'
        List<String> said = service.said
        List<String> json = said.findAll { it.startsWith('{') }
        List<String> text = said - json
        [json, text].every { it.any { line -> line.contains('ToldProvider') && line.contains('yandex let nobody in') } }

        and: 'but none of it'
        secrets.every { it.length() >= 6 }
        leaks(said, secrets + '$argon2') == []

        and: 'for machines each line is an event, for people it names the request and its trace'
        json.every { isEvent(it) }
        text.any { it =~ /^\S+Z INFO +[0-9a-f-]{36}\/[0-9a-f]{32} \S+ToldProvider yandex let nobody in: / }
        json.any { it.contains('yandex let nobody in') && it =~ /"request_id":"[0-9a-f-]{36}","trace_id":"[0-9a-f]{32}"/ }

        cleanup:
        service?.close()
    }

    private static List<String> leaks(List<String> said, List<String> secrets) {
        secrets.collectMany { secret -> said.findAll { it.contains(secret) }.take(3).collect { "$secret in $it".take(600) } }
    }

    /** Signs up, in and out, in all ways, rightly and wrongly. Returns what must not be told. */
    private List<String> tour(Api api) {
        Person person = Person.signedUp(api)
        SignedIn device = person.signIn()
        SignedIn fresh = device.refreshed()
        String totp = taken(fresh.api.post('/users/me/totp', [password: person.password]), 201).secret
        List<String> recovery = taken(fresh.api.post('/users/me/totp/confirm', [code: code(totp, 0)]), 200).recovery_codes
        String mfa = api.post('/auth/login', [login: person.email, password: person.password]).json.mfa_token
        assert api.post('/auth/mfa', [mfa_token: mfa, recovery_code: 'canarycanarywrng']).problem == 'mfa-invalid'
        SignedIn second = new SignedIn(api, ok(api.post('/auth/mfa', [mfa_token: mfa, recovery_code: recovery.first()])))
        assert api.post('/auth/login', [login: person.login, password: 'canary wrong password']).problem == 'invalid-credentials'
        assert api.bearing('canary-forged-token').get('/users/me').problem == 'token-invalid'
        ok(second.api.patch('/users/me', [email: "canary-$person.email", current_password: person.password]))
        assert fresh.api.post('/auth/logout').status == 204
        assert second.api.put('/users/me/password', [current_password: person.password, new_password: 'canary new password']).status == 204
        assert device.tryRefresh().problem == 'session-ended'
        ok(api.with('Authorization', 'Basic ' + "x:$METRICS_PASSWORD".bytes.encodeBase64()).get('//prometheus'))
        List<String> flow = browser(api) + returned(api, [code: 'canary-forged-code'])
        [person.email, person.login, person.password, device.access, device.refresh, fresh.access, fresh.refresh, totp, *recovery, mfa,
            'canary', second.access, second.refresh, *flow, yandex.clientSecret(), RunningService.MASTER_KEY, Roles.APP_PASSWORD,
            Roles.OWNER_PASSWORD, "x:$METRICS_PASSWORD".bytes.encodeBase64().toString()]
    }

    /** By way of a browser, in whose address bar the network puts its code. */
    private List<String> browser(Api api) {
        Answer away = api.get('/oauth/yandex/authorize')
        URI back = yandex.consent(URI.create(away.header('Location')), Networks.person("canary.${UUID.randomUUID()}@example.com", true))
        String cookie = away.header('Set-Cookie').replaceAll(/;.*/, '')
        Map tokens = taken(api.with('Cookie', cookie).get("/oauth/yandex/callback?$back.rawQuery"), 201)
        Map<String, String> returned = Networks.returned(back)
        [returned.code, returned.state, cookie.split('=', 2)[1], tokens.access_token, tokens.refresh_token]
    }

    /** By way of an app, with a code that is not the network's. */
    private List<String> returned(Api api, Map<String, String> instead) {
        Map begun = taken(api.post('/oauth/yandex/authorizations', [:]), 201)
        URI back = yandex.consent(URI.create(begun.authorization_url as String), Networks.person())
        Map<String, String> returned = Networks.returned(back) + [flow_token: begun.flow_token as String]
        assert api.post('/oauth/yandex/callback', returned + instead).problem == 'oauth-denied'
        [returned.code, returned.state, returned.flow_token]
    }

    private static boolean isEvent(String line) {
        Map event = new JsonSlurper().parseText(line) as Map
        Instant.parse(event.time as String) && event.level in ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] && event.logger && event.thread &&
            event.message != null && ['time', 'level', 'logger', 'thread', 'message', 'request_id', 'trace_id', 'data', 'error'].containsAll(event.keySet())
    }

    private static Answer ok(Answer answer) {
        assert answer.status == 200: answer
        answer
    }

    private static Map taken(Answer answer, int status) {
        assert answer.status == status: answer
        answer.json as Map
    }

    /** The process has the machine's clock. */
    private static String code(String secret, long steps) {
        Authenticator.code(secret, Instant.now().epochSecond.intdiv(30) - RunningService.CLOCK.instant().epochSecond.intdiv(30) + steps)
    }

    private static RedisServer guarded(RedisServer redis) {
        RedisClient.create(redis.uri().toString()).with { client ->
            client.connect().sync().configSet('requirepass', REDIS_PASSWORD)
            client.shutdown()
        }
        redis
    }

    private Map<String, String> environment() {
        ServiceProcess.environment(Backends.shared().postgres(), redis, 'canaries') + [
            // The network's secret is one that anybody would try.
            AUTH_MODE: 'dev', AUTH_LOG_LEVEL: 'TRACE', AUTH_PASSWORD_MEMORY_KIB: '64', AUTH_PASSWORD_ITERATIONS: '1',
            AUTH_REDIS_URI: "redis://:$REDIS_PASSWORD@127.0.0.1:${redis.port()}".toString(), AUTH_METRICS_PASSWORD: METRICS_PASSWORD,
            OTEL_EXPORTER_OTLP_ENDPOINT: collector.address, AUTH_OAUTH_REDIRECT_URIS: Networks.APP,
            AUTH_OAUTH_YANDEX_CLIENT_ID: yandex.clientId(), AUTH_OAUTH_YANDEX_CLIENT_SECRET: yandex.clientSecret(),
            AUTH_OAUTH_YANDEX_AUTHORIZATION_URI: yandex.authorizationEndpoint().toString(),
            AUTH_OAUTH_YANDEX_TOKEN_URI: yandex.tokenEndpoint().toString(), AUTH_OAUTH_YANDEX_USER_INFO_URI: yandex.userInfoEndpoint().toString(),
        ]
    }
}
