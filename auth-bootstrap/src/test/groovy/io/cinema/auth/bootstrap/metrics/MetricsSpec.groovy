package io.cinema.auth.bootstrap.metrics

import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration

class MetricsSpec extends FunctionalSpec {

    def "how sign-ins, sign-ups and refreshes end is counted"() {
        given:
        Scrape before = Scrape.of(service)

        when:
        Person person = someone()
        SignedIn first = person.signIn()
        api.post('/auth/login', [login: person.login, password: 'something else entirely'])
        api.post('/auth/login', [login: 'nobody-at-all', password: 'something else entirely'])
        SignedIn second = first.refreshed()
        first.refreshed()
        pass(Duration.ofMinutes(1))
        first.tryRefresh()
        second.tryRefresh()
        api.post('/auth/refresh', [refresh_token: 'no token at all'])
        api.post('/users', [login: person.login, email: 'else@example.com', password: 'follow the white rabbit'])
        Scrape after = Scrape.of(service)

        then:
        expected.keySet().collectEntries { [it, after.since(before, it)] } == expected

        where:
        expected = [
            'auth_sign_ups_total{outcome="signed_up"}': 1d,
            'auth_sign_ups_total{outcome="login_taken"}': 1d,
            'auth_logins_total{method="password",outcome="success"}': 1d,
            'auth_logins_total{method="password",outcome="wrong_password"}': 1d,
            'auth_logins_total{method="password",outcome="unknown_login"}': 1d,
            'auth_logins_total{method="refresh",outcome="refresh_token_reused"}': 1d,
            'auth_logins_total{method="recovery_code",outcome="wrong_code"}': 0d,
            'auth_refreshes_total{outcome="rotated"}': 1d,
            'auth_refreshes_total{outcome="repeated"}': 1d,
            'auth_refreshes_total{outcome="reused"}': 1d,
            'auth_refreshes_total{outcome="over"}': 1d,
            'auth_refreshes_total{outcome="unknown"}': 1d,
            'auth_password_hash_seconds_count': 4d,
            'auth_revocations_total': 1d,
        ]
    }

    def "guesses that are not looked at are counted"() {
        given:
        Person person = someone()
        Scrape before = Scrape.of(service)

        when:
        7.times { api.post('/auth/login', [login: person.login, password: "guess number $it"]) }

        then:
        Scrape.of(service).since(before, 'auth_throttled_total{kind="password"}') >= 2
    }

    def "a look at the revocations is counted by what it found, and how far they may be behind is told"() {
        given:
        SignedIn signedIn = someone().signIn()
        Scrape before = Scrape.of(service)

        when:
        signedIn.standing()
        Scrape after = Scrape.of(service)

        then:
        after.since(before, 'auth_revocation_lookups_total{outcome="known"}') >= 1
        after.samples['auth_revocation_lag_seconds'] < 60
        after.samples['auth_password_hashes_pending'] == 0
    }

    def "requests are timed by route and status, never by what stands in the address"() {
        given:
        SignedIn signedIn = someone().signIn()
        Scrape before = Scrape.of(service)

        when:
        signedIn.api.get('/users/me')
        signedIn.api.get("/users/$signedIn.claims.sub")
        api.get("/no/such/$signedIn.claims.sub")
        Scrape after = Scrape.of(service)
        String timed = after.samples.keySet().find { it.startsWith('http_server_requests_seconds_count') && it.contains('uri="/api/v1/users/me"') && it.contains('status="200"') && it.contains('method="GET"') }

        then:
        after.since(before, timed) == 1
        !after.text.contains(signedIn.claims.sub as String)
        !after.text.contains('/no/such')
    }

    def "the pool, the JVM and the log are told of as well: #sample"() {
        expect:
        Scrape.of(service).samples.keySet().any { it.startsWith(sample) }

        where:
        sample << ['hikaricp_connections_active', 'hikaricp_connections_pending', 'hikaricp_connections_acquire_seconds_count',
            'jvm_memory_used_bytes', 'jvm_threads_live_threads', 'process_cpu_usage', 'logback_events_total']
    }

    def "metrics are for those who have their password: #who"() {
        when:
        HttpResponse<String> answer = Scrape.ask(service, credentials)

        then:
        answer.statusCode() == 401
        answer.headers().firstValue('www-authenticate').get().startsWith('Basic ')
        !answer.body().contains('auth_')

        where:
        who               | credentials
        'nobody'          | null
        'a wrong one'     | 'prometheus:guess'
        'an empty one'    | 'prometheus:'
    }

    def "however it is written, they are told to nobody else: #path"() {
        expect:
        HttpResponse<String> answer = Scrape.ask(service, null, path)
        answer.statusCode() in [401, 404]
        !answer.body().contains('jvm_')

        where:
        path << ['/prometheus/', '/prometheus//', '//prometheus', '/prometheus?x=1', '/prometheus/?x=1', '/%70rometheus', '/prometheus/.', '/prometheus;x=1', '/PROMETHEUS']
    }

    def "what Redis is asked is told of by command, not by address, and without buckets"() {
        given:
        Set<String> samples = Scrape.of(service).samples.keySet().findAll { it.startsWith('lettuce_') }

        expect:
        samples.any { it.startsWith('lettuce_command_completion_seconds_count{') }
        !samples.any { it.contains('_bucket') || it.contains('remote=') || it.contains('local=') }
    }

    def "the page on monitoring lists what is there, and nothing else"() {
        given:
        String page = Files.readString(Path.of('../docs/monitoring.md'))
        Map<String, String> told = page.findAll(/(?m)^\| `(auth_\w+)`[^|]*\| (\w+) \|/) { all, name, type -> [name, type] }
            .collectEntries()

        when:
        Map<String, String> there = Scrape.of(service).types.findAll { it.key.startsWith('auth_') }

        then:
        told == there
    }
}
