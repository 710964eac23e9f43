package io.cinema.auth.bootstrap.config

import static io.cinema.auth.bootstrap.config.ServiceConfiguration.Mode.DEV
import static io.cinema.auth.bootstrap.config.ServiceConfiguration.Mode.PRODUCTION
import static io.cinema.auth.domain.mfa.SecondFactorPolicy.EVERYONE

import io.cinema.auth.bootstrap.AuthServer
import io.cinema.auth.bootstrap.StartFailure
import io.cinema.auth.bootstrap.cli.CliContext
import io.cinema.auth.bootstrap.config.source.SettingSources
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.wiring.SettingsInUse
import io.cinema.auth.devkit.Backends
import io.micronaut.context.ApplicationContext
import java.time.Duration
import spock.lang.Specification

/** Each configuration class: what it is when nothing is set, and what variables make of it. */
class ConfigurationSpec extends Specification {
    static final List<Record> DEFAULTS = [
        new ServiceConfiguration(PRODUCTION, 'https://auth.example', RunningService.MASTER_KEY),
        new DatabaseConfiguration('jdbc:postgresql://127.0.0.1:1/auth', 'librarian', 'of-a-spec'),
        new MigrationConfiguration(null, null),
        new RedisConfiguration(Backends.shared().redis().uri().toString(), null),
        new TokenConfiguration('cinema', 'cinema', minutes(15), seconds(30)),
        new SessionConfiguration(days(30), days(7), seconds(10), days(30)),
        new PasswordConfiguration(8, 19456, 2, 1, null),
        new MfaConfiguration(null, 1, 0, 'Cinema'),
        new StepUpConfiguration(minutes(10)),
        new ThrottleConfiguration.OfPassword(5, seconds(30), minutes(15), minutes(15)),
        new ThrottleConfiguration.OfCode(5, minutes(1), minutes(60), minutes(60)),
        new ThrottleConfiguration.OfAddress(100, seconds(30), minutes(15), seconds(10)),
        new ProxyConfiguration([], 'X-Forwarded-For'),
        new SocialConfiguration([], []),
        new KeyConfiguration(days(30), days(1)),
        new HistoryConfiguration(12),
        new ShutdownConfiguration(seconds(0), seconds(20)),
        new MetricsConfiguration(null),
        new TracingConfiguration(null),
    ]

    static final Map<Record, Map<String, String>> CHANGED = [
        (new ServiceConfiguration(DEV, 'http://localhost', RunningService.keyNamed('a'))): [AUTH_MODE: 'dev', AUTH_ISSUER: 'http://localhost', AUTH_MASTER_KEY: RunningService.keyNamed('a')],
        (new DatabaseConfiguration('jdbc:postgresql:a', 'b', 'c')): [AUTH_DATABASE_URL: 'jdbc:postgresql:a', AUTH_DATABASE_USER: 'b', AUTH_DATABASE_PASSWORD: 'c'],
        (new MigrationConfiguration('a', 'b')): [AUTH_MIGRATION_USER: 'a', AUTH_MIGRATION_PASSWORD: 'b'],
        (new RedisConfiguration(Backends.shared().redis().uri().toString(), 'a')): [AUTH_REDIS_SENTINEL_PASSWORD: 'a'],
        (new TokenConfiguration('a', 'b', minutes(1), seconds(1))): [AUTH_TOKEN_AUDIENCE: 'a', AUTH_TOKEN_CLIENT_ID: 'b', AUTH_TOKEN_LIFE: '1m', AUTH_TOKEN_SKEW: '1s'],
        (new SessionConfiguration(days(4), days(3), seconds(2), days(1))): [AUTH_SESSION_LIFE: '4d', AUTH_SESSION_IDLE_LIMIT: '3d', AUTH_SESSION_GRACE: '2s', AUTH_SESSION_KEEP: '1d'],
        (new PasswordConfiguration(15, 64, 3, 4, 5)): [AUTH_PASSWORD_MIN_LENGTH: '15', AUTH_PASSWORD_MEMORY_KIB: '64', AUTH_PASSWORD_ITERATIONS: '3', AUTH_PASSWORD_PARALLELISM: '4', AUTH_PASSWORD_HASH_THREADS: '5'],
        (new MfaConfiguration(EVERYONE, 2, 3, 'a')): [AUTH_MFA_POLICY: 'everyone', AUTH_MFA_STEPS_BACK: '2', AUTH_MFA_STEPS_AHEAD: '3', AUTH_MFA_ISSUER_NAME: 'a'],
        (new StepUpConfiguration(minutes(1))): [AUTH_STEP_UP_MAX_AGE: '1m'],
        (new ThrottleConfiguration.OfPassword(1, seconds(2), seconds(3), seconds(4))): throttle('PASSWORD'),
        (new ThrottleConfiguration.OfCode(1, seconds(2), seconds(3), seconds(4))): throttle('CODE'),
        (new ThrottleConfiguration.OfAddress(1, seconds(2), seconds(3), seconds(4))): throttle('ADDRESS'),
        (new ProxyConfiguration(['10.0.0.0/8', '::1'], 'Forwarded')): [AUTH_PROXY_TRUSTED: '10.0.0.0/8, ::1', AUTH_PROXY_HEADER: 'Forwarded'],
        (new SocialConfiguration(['app:/a', 'app:/b'], ['c', 'd'])): [AUTH_OAUTH_REDIRECT_URIS: 'app:/a, app:/b', AUTH_OAUTH_OIDC: 'c,d'],
        (new KeyConfiguration(days(2), minutes(1))): [AUTH_KEY_PERIOD: '2d', AUTH_KEY_NOTICE: '1m'],
        (new HistoryConfiguration(1)): [AUTH_HISTORY_MONTHS: '1'],
        (new ShutdownConfiguration(seconds(1), seconds(2))): [AUTH_SHUTDOWN_DELAY: '1s', AUTH_SHUTDOWN_LIMIT: '2s'],
        (new MetricsConfiguration('a')): [AUTH_METRICS_PASSWORD: 'a'],
        (new TracingConfiguration('http://a')): [AUTH_TRACING_ENDPOINT: 'http://a'],
    ]

    static final Map<String, String> NEEDED = [
        AUTH_ISSUER: 'https://auth.example', AUTH_MASTER_KEY: RunningService.MASTER_KEY, AUTH_REDIS_URI: Backends.shared().redis().uri().toString(),
        AUTH_DATABASE_URL: 'jdbc:postgresql://127.0.0.1:1/auth', AUTH_DATABASE_USER: 'librarian', AUTH_DATABASE_PASSWORD: 'of-a-spec',
    ]

    private static ApplicationContext context(Map<String, String> variables) {
        SettingSources.of(NEEDED + variables).configure(AuthServer.builder(RunningService.CLOCK)).deduceEnvironment(false)
            .environments(CliContext.ENVIRONMENT).properties('micronaut.health.monitor.enabled': false).start()
    }

    def "by default they are as documented"() {
        given:
        ApplicationContext context = context([:])

        expect:
        DEFAULTS.each { assert context.getBean(it.class) == it }

        cleanup:
        context.close()
    }

    def "variables make of them what they say"() {
        given:
        ApplicationContext context = context(CHANGED.values().collectEntries { it })

        expect:
        CHANGED.keySet().each { assert context.getBean(it.class) == it }
        CHANGED.keySet()*.class == DEFAULTS*.class

        cleanup:
        context.close()
    }

    def "#variable=#value is refused before anybody needs it, by its name"() {
        when:
        context([(variable): value]).withCloseable { it.getBean(SettingsInUse) }

        then:
        Exception failure = thrown()
        with(StartFailure.of(failure)) {
            kind() == StartFailure.Kind.UNUSABLE_CONFIGURATION
            names(sentence()).contains(variable)
        }

        where:
        variable                            | value
        'AUTH_TOKEN_LIFE'                   | '0s'
        'AUTH_TOKEN_SKEW'                   | '-1s'
        'AUTH_SESSION_LIFE'                 | '0s'
        'AUTH_SESSION_IDLE_LIMIT'           | '-1d'
        'AUTH_SESSION_GRACE'                | '-1s'
        'AUTH_SESSION_KEEP'                 | '1m'
        'AUTH_PASSWORD_MIN_LENGTH'          | '7'
        'AUTH_PASSWORD_MEMORY_KIB'          | '7'
        'AUTH_PASSWORD_ITERATIONS'          | '0'
        'AUTH_PASSWORD_PARALLELISM'         | '17'
        'AUTH_PASSWORD_HASH_THREADS'        | '0'
        'AUTH_MFA_STEPS_BACK'               | '11'
        'AUTH_MFA_STEPS_AHEAD'              | '-1'
        'AUTH_MFA_ISSUER_NAME'              | 'a:b'
        'AUTH_STEP_UP_MAX_AGE'              | '0s'
        'AUTH_THROTTLE_PASSWORD_FREE'       | '0'
        'AUTH_THROTTLE_CODE_FIRST_LOCK'     | '0s'
        'AUTH_THROTTLE_ADDRESS_LONGEST_LOCK' | '1s'
        'AUTH_THROTTLE_ADDRESS_FORGIVE_EVERY' | '0s'
        'AUTH_PROXY_TRUSTED'                | 'nginx'
        'AUTH_PROXY_HEADER'                 | 'X-Real-IP'
        'AUTH_OAUTH_REDIRECT_URIS'          | 'http://elsewhere.example/'
        'AUTH_KEY_PERIOD'                   | '1h'
        'AUTH_KEY_NOTICE'                   | '0s'
        'AUTH_HISTORY_MONTHS'               | '0'
    }

    /** All variables that a sentence names, also those by the end of their name behind one that begins alike. */
    private static List<String> names(String sentence) {
        List<String> words = (sentence =~ /\bAUTH_[A-Z_]+|(?<=, )_[A-Z_]+/).collect()
        String first = words.find()
        words.collectMany { it.startsWith('_') ? (1..first.length()).collect { n -> first.take(n) + it } : [it] }
    }

    private static Map<String, String> throttle(String what) {
        String prefix = "AUTH_THROTTLE_${what}_"
        [(prefix + 'FREE'): '1', (prefix + 'FIRST_LOCK'): '2s', (prefix + 'LONGEST_LOCK'): '3s', (prefix + 'FORGIVE_EVERY'): '4s']
    }

    private static Duration seconds(int n) {
        Duration.ofSeconds(n)
    }

    private static Duration minutes(int n) {
        Duration.ofMinutes(n)
    }

    private static Duration days(int n) {
        Duration.ofDays(n)
    }
}
