package io.cinema.auth.bootstrap.tracing

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Authenticator
import io.cinema.auth.bootstrap.fixture.Collector
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.Networks
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.config.TracingConfiguration
import io.cinema.auth.devkit.social.FakePerson
import io.lettuce.core.RedisClient
import io.micronaut.context.exceptions.ConfigurationException
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource
import io.opentelemetry.instrumentation.jdbc.datasource.OpenTelemetryDataSource
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import javax.sql.DataSource
import spock.lang.AutoCleanup
import spock.lang.Shared

class TracingSpec extends FunctionalSpec {
    static final int AT_ONCE = 24

    @Shared
    @AutoCleanup
    Collector collector = new Collector()

    /** With networks, whose codes and states must not get into a trace. */
    @Shared
    @AutoCleanup
    Networks networks = new Networks('auth.tracing.endpoint': collector.address)

    Api traced = networks.node.api()

    def "one trace leads from the caller through HTTP to Redis and Postgres"() {
        given:
        Person person = Person.signedUp(traced)
        SignedIn device = person.signIn()
        Map<String, String> caller = caller()

        when:
        Answer answer = at(caller, device.api).get('/users/me')

        then:
        answer.status == 200
        List<Collector.Span> spans = spansOf(caller)

        and: 'the request, below what the caller was doing'
        Collector.Span request = spans.find { it.kind == Collector.SERVER }
        request.name == 'GET /api/v1/users/me'
        request.parent == caller.span
        request.attributes == ['http.request.method': 'GET', 'http.route': '/api/v1/users/me', 'http.response.status_code': 200L,
            'auth.request_id': answer.header('X-Request-Id')]

        and: 'Redis, asked whether the token is revoked'
        Collector.Span redis = spans.find { it.attributes['db.system.name'] == 'redis' }
        redis.name == 'GET'
        redis.parent == request.id
        redis.attributes.keySet() == ['db.system.name', 'db.operation.name', 'server.address', 'server.port'] as Set

        and: 'Postgres, with a statement that has no values in it'
        Collector.Span postgres = spans.find { it.attributes['db.system.name'] == 'postgresql' }
        postgres.parent == request.id
        postgres.attributes['db.query.text'] =~ /(?is)select .* where .*\?/
        spans.size() == 3
    }

    def "requests at the same time, whose commands go to Redis together, have each its own in their trace"() {
        given:
        SignedIn device = Person.signedUp(traced).signIn()
        List<Map<String, String>> callers = (1..AT_ONCE).collect { caller() }

        when:
        List<Answer> answers = Executors.newVirtualThreadPerTaskExecutor().withCloseable { threads ->
            threads.invokeAll(callers.collect { caller -> { -> at(caller, device.api).get('/users/me') } as Callable<Answer> })*.get()
        }

        then:
        answers.every { it.status == 200 }
        callers.every { caller -> spansOf(caller)*.attributes['db.system.name'].toSorted() == [null, 'postgresql', 'redis'] }
    }

    def "log lines of a request name its trace"() {
        given:
        Map<String, String> caller = caller()
        Map<String, String> shown = networks.consented('github', Networks.person()) + [code: 'forged']
        int before = Log.lines().size()

        when:
        Answer answer = at(caller, traced).post('/oauth/github/callback', shown)

        then:
        answer.problem == 'oauth-denied'
        String line = Log.lines().drop(before).find { it.contains('github let nobody in') }
        line.contains("trace_id:$caller.trace")
        line.contains("request_id:${answer.header('X-Request-Id')}")
    }

    def "an answer that is our fault fails its span, a refusal does not: #status"() {
        given:
        Map<String, String> caller = caller()

        when:
        Answer answer = request(at(caller, traced))

        then:
        answer.status == status
        Collector.Span span = spansOf(caller).find { it.kind == Collector.SERVER }
        span.attributes['http.response.status_code'] == (long) status
        span.attributes['error.type'] == (status < 500 ? null : "$status")
        span.failed == (status >= 500)
        span.name == name

        where:
        status | name                                            | request
        404    | 'GET'                                           | { it.get('/nowhere/canary@example.com') }
        401    | 'GET /api/v1/users/me/sessions'                 | { it.get('/users/me/sessions') }
        502    | 'POST /api/v1/oauth/{provider}/callback'        | { a -> networks.with { Map shown = consented('yandex', person()); yandex.stop(); try { a.post('/oauth/yandex/callback', shown) } finally { yandex.start() } } }
    }

    def "what nobody asked for by HTTP begins no trace, nor do probes"() {
        when:
        networks.node.api().with { get('//health'); get('//health/liveness'); get('//health/readiness') }
        sent()

        then: 'though the start of the service had much to ask of Postgres'
        collector.spans.groupBy { it.trace }.every { trace, spans -> spans.any { it.kind == Collector.SERVER } }
        collector.spans.every { !it.name.contains('health') }
    }

    def "nothing secret and nothing personal is in a trace"() {
        given:
        Person person = Person.signedUp(traced)
        SignedIn device = person.signIn()
        Authenticator phone = Authenticator.of(person, device)
        FakePerson friend = Networks.person('canary@example.com', true)

        when: 'somebody uses all that they have'
        SignedIn fresh = device.refreshed()
        String mfa = traced.post('/auth/login', [login: person.email, password: person.password]).json.mfa_token
        String code = phone.fresh()
        List<Answer> answers = [
            traced.post('/auth/mfa', [mfa_token: mfa, code: code]),
            fresh.api.patch('/users/me', [first_name: 'Canary', email: "new-$person.email", current_password: person.password]),
            fresh.api.put('/users/me/password', [current_password: person.password, new_password: "the new $person.password"]),
        ]
        Answer away = traced.get('/oauth/yandex/authorize')
        URI back = networks.yandex.consent(URI.create(away.header('Location')), friend)
        String cookie = away.header('Set-Cookie').replaceAll(/;.*/, '')
        answers << traced.with('Cookie', cookie).get("/oauth/yandex/callback?$back.rawQuery")
        sent()

        then:
        answers*.status == [200, 200, 204, 201]
        Map<String, String> returned = Networks.returned(back)
        List<String> secrets = [person.login, person.email, person.password, device.access, device.refresh, fresh.access, fresh.refresh, mfa,
            phone.secret, *phone.recoveryCodes, returned.code, returned.state, cookie.split('=', 2)[1], networks.yandex.clientSecret(), 'Canary', 'canary@',
            RunningService.MASTER_KEY, answers.last().json.refresh_token, person.id, device.session]
        secrets.every { it.length() > 5 }
        String everything = collector.received.join('\n')
        everything.contains('/api/v1/oauth/{provider}/callback')
        secrets.findAll { everything.contains(it) } == []
    }

    def "a service without a collector has nothing of it"() {
        given:
        Map<String, String> caller = caller()

        expect:
        at(caller, api).get('/users/me').problem == 'token-missing'
        !service.context.containsBean(Traces)
        !service.bean(RedisClient).resources.tracing().enabled
        !isTraced(service.bean(DataSource))

        and: 'where there is one, it shows'
        networks.node.context.containsBean(Traces)
        networks.node.bean(RedisClient).resources.tracing().enabled
        isTraced(networks.node.bean(DataSource))
    }

    def "an address that is none is refused, and not told: #address"() {
        when:
        new Traces(new TracingConfiguration(address))

        then:
        ConfigurationException refusal = thrown()
        refusal.message.startsWith('AUTH_TRACING_ENDPOINT ')
        !refusal.message.contains('collector.of')

        where:
        address << ['collector.of.ours:4318', 'ftp://collector.of.ours/', '/collector.of.ours']
    }

    private static boolean isTraced(DataSource pool) {
        DelegatingDataSource.unwrapDataSource(pool) instanceof OpenTelemetryDataSource
    }

    private static Map<String, String> caller() {
        [trace: UUID.randomUUID().toString().replace('-', ''), span: UUID.randomUUID().toString().replace('-', '').take(16)]
    }

    private static Api at(Map<String, String> caller, Api api) {
        api.with('traceparent', "00-$caller.trace-$caller.span-01")
    }

    private List<Collector.Span> spansOf(Map<String, String> caller) {
        sent()
        collector.ofTrace(caller.trace)
    }

    private void sent() {
        assert networks.node.bean(Traces).openTelemetry().sdkTracerProvider.forceFlush().join(10, TimeUnit.SECONDS).success
    }
}
