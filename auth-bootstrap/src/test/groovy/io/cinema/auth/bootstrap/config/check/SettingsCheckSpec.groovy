package io.cinema.auth.bootstrap.config.check

import static io.cinema.auth.domain.diagnosis.Finding.Verdict.DOUBTFUL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WELL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WRONG

import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.domain.diagnosis.Finding
import io.micronaut.core.value.MapPropertyResolver
import org.postgresql.Driver
import spock.lang.Specification

class SettingsCheckSpec extends Specification {
    private static final Map<String, Object> GOOD = [
        'auth.database.url': 'jdbc:postgresql://localhost:5432/auth', 'auth.database.user': 'auth',
        'auth.database.password': 'secret-of-postgres', 'auth.redis.uri': 'redis://:secret-of-redis@localhost:6379',
        'auth.master-key': RunningService.MASTER_KEY, 'auth.issuer': 'https://auth.example.com',
    ]

    private static List<Finding> look(Map<String, Object> settings) {
        SettingsCheck.look(new MapPropertyResolver(settings.findAll { it.value != null }))
    }

    def "good settings are well"() {
        expect:
        look(GOOD)*.verdict() == [WELL]
    }

    def "every setting that is missing is named, and what it is for"() {
        when:
        def findings = look([:])

        then:
        findings*.verdict().every { it == WRONG }
        findings.every { it.remedy() }
        ['AUTH_DATABASE_URL', 'AUTH_DATABASE_USER', 'AUTH_DATABASE_PASSWORD', 'AUTH_REDIS_URI', 'AUTH_MASTER_KEY', 'AUTH_ISSUER']
            .every { name -> findings.count { it.observed().startsWith("$name is not set") } == 1 }
    }

    def "#changed is #verdict, and no secret is told"() {
        when:
        def findings = look(GOOD + changed)

        then:
        findings*.verdict() == [verdict]
        findings.first().observed().contains(said)
        !findings.toString().contains('secret')
        !findings.toString().contains(RunningService.MASTER_KEY)

        where:
        changed                                                               || verdict  | said
        ['auth.database.url': 'postgres://auth:secret@localhost/auth']        || WRONG    | 'AUTH_DATABASE_URL'
        ['auth.database.url': 'postgresql://auth:secret@localhost/auth']      || WRONG    | 'AUTH_DATABASE_URL'
        ['auth.database.url': 'jdbc:postgresql://auth:secret@localhost/auth'] || WRONG    | 'AUTH_DATABASE_URL'
        ['auth.database.url': 'jdbc:postgresql://auth@localhost/secret']      || WRONG    | 'AUTH_DATABASE_URL'
        ['auth.database.url': 'jdbc:postgresql://localhost:secret/auth']      || WRONG    | 'AUTH_DATABASE_URL'
        ['auth.database.url': 'jdbc:postgresql://localhost:65536/secret']     || WRONG    | 'AUTH_DATABASE_URL'
        ['auth.database.url': 'jdbc:postgresql://localhost?password=secret']  || WRONG    | 'AUTH_DATABASE_URL'
        ['auth.database.url': 'jdbc:postgresql://localhost/a?password=secret%'] || WRONG    | 'AUTH_DATABASE_URL'
        ['auth.database.password': ' ']                                       || WRONG    | 'AUTH_DATABASE_PASSWORD is not set'
        ['auth.redis.uri': 'localhost:6379/secret']                           || WRONG    | 'AUTH_REDIS_URI'
        ['auth.redis.uri': 'http://secret@localhost']                         || WRONG    | 'AUTH_REDIS_URI'
        ['auth.redis.uri': 'redis-sentinel://9f-secret-77@localhost']         || WRONG    | 'AUTH_REDIS_URI'
        ['auth.redis.uri': 'redis-cluster://:9f-secret-77@localhost/1']       || WRONG    | 'AUTH_REDIS_URI'
        ['auth.redis.uri': 'redis-sentinel://:secret-of-redis@a:1,b:2/3#auth']         || WELL     | 'all'
        ['auth.redis.uri': 'rediss-cluster://auth:secret-of-redis@a:1,b:2']            || WELL     | 'all'
        ['auth.master-key': 'secret']                                         || WRONG    | 'AUTH_MASTER_KEY'
        ['auth.master-key': RunningService.MASTER_KEY.substring(4)]           || WRONG    | 'AUTH_MASTER_KEY'
        ['auth.issuer': null]                                                 || WRONG    | 'AUTH_ISSUER is not set'
        ['auth.issuer': 'auth.example.com']                                   || WRONG    | 'AUTH_ISSUER'
        ['auth.issuer': 'ftp://auth.example.com']                             || WRONG    | 'AUTH_ISSUER'
        ['auth.issuer': 'https://auth.example.com/?a=b']                      || WRONG    | 'AUTH_ISSUER'
        ['auth.issuer': 'https://auth.example.com#a']                         || WRONG    | 'AUTH_ISSUER'
        ['auth.issuer': 'https://me:secret@auth.example.com']                 || WRONG    | 'AUTH_ISSUER'
        ['auth.issuer': 'http://auth.example.com']                            || WRONG    | 'AUTH_ISSUER is an http address'
        ['auth.issuer': 'http://auth_1:8080']                                 || WRONG    | 'AUTH_ISSUER is an http address'
        ['auth.issuer': 'http://localhost.example.com']                       || WRONG    | 'AUTH_ISSUER is an http address'
        ['auth.issuer': 'http://localhost:8080']                              || DOUBTFUL | 'AUTH_ISSUER is an http address of this machine'
        ['auth.issuer': 'http://auth.localhost:8080']                         || DOUBTFUL | 'AUTH_ISSUER is an http address of this machine'
        ['auth.issuer': 'http://127.0.0.1:8080']                              || DOUBTFUL | 'AUTH_ISSUER is an http address of this machine'
        ['auth.issuer': 'http://[::1]:8080']                                  || DOUBTFUL | 'AUTH_ISSUER is an http address of this machine'
        ['auth.issuer': 'https://auth.example.com', 'auth.mode': 'dev']       || DOUBTFUL | 'AUTH_MODE is dev'
        ['auth.migration.user': 'owner']                                      || WRONG    | 'AUTH_MIGRATION_PASSWORD is not set'
        ['auth.migration.password': 'of-whom']                                || WRONG    | 'AUTH_MIGRATION_PASSWORD is nobody'
        ['auth.issuer': null, 'auth.mode': 'dev']                             || WELL     | 'all'
        ['auth.issuer': 'http://localhost:8080', 'auth.mode': 'DEV']          || WELL     | 'all'
    }

    def "#url is an address that the driver takes"() {
        expect:
        look(GOOD + ['auth.database.url': url])*.verdict() == [WELL]
        Driver.parseURL(url, new Properties()) != null

        where:
        url << ['jdbc:postgresql://localhost/auth', 'jdbc:postgresql://127.0.0.1:5432/auth', 'jdbc:postgresql://[::1]:5432/auth',
                'jdbc:postgresql://db_1:1,db_2:65535/auth?targetServerType=primary', 'jdbc:postgresql:///auth', 'jdbc:postgresql:auth',
                'jdbc:postgresql://localhost/auth?user=a%40b&ssl=true']
    }

    def "the first that is wrong stands against the start, and what to do is told: #changed"() {
        when:
        SettingsCheck.require(new MapPropertyResolver((GOOD + changed).findAll { it.value != null }))

        then:
        RuntimeException refused = thrown()
        refused.message == said

        where:
        changed                                                        || said
        ['auth.redis.uri': null, 'auth.database.url': 'secret']        || 'AUTH_REDIS_URI is not set: set it to where Redis is, as redis://host:port, or its Sentinels or cluster; it must not evict: maxmemory-policy noeviction'
        ['auth.redis.uri': 'secret', 'auth.database.url': 'secret']    || 'AUTH_DATABASE_URL is no address of a Postgres: write it as jdbc:postgresql://host:port/database'
        ['auth.issuer': 'auth.example.com']                            || 'AUTH_ISSUER is no address: set it to the address at which clients reach the service'
    }

    def "#property: '#text' is not read as the default, but refused: #said"() {
        expect:
        look(GOOD + [(property): text]).collect { "${it.observed()}: ${it.remedy()}".toString() } == [said]

        where:
        property                            | text         || said
        'auth.mfa.policy'                   | 'superuser'  || 'AUTH_MFA_POLICY can\'t be read: set it to one of off, superusers, everyone'
        'auth.mfa.steps-back'               | 'one'        || 'AUTH_MFA_STEPS_BACK can\'t be read: write it as a whole number'
        'auth.step-up.max-age'              | '5'          || 'AUTH_STEP_UP_MAX_AGE can\'t be read: write it as 10s, 15m or 7d'
        'auth.throttle.password.free'       | '5.5'        || 'AUTH_THROTTLE_PASSWORD_FREE can\'t be read: write it as a whole number'
        'auth.throttle.code.first-lock'     | '1 minute'   || 'AUTH_THROTTLE_CODE_FIRST_LOCK can\'t be read: write it as 10s, 15m or 7d'
        'auth.throttle.address.forgive-every' | '10sec'    || 'AUTH_THROTTLE_ADDRESS_FORGIVE_EVERY can\'t be read: write it as 10s, 15m or 7d'
        'auth.token.life'                   | 'long'       || 'AUTH_TOKEN_LIFE can\'t be read: write it as 10s, 15m or 7d'
        'auth.mode'                         | 'prod'       || 'AUTH_MODE can\'t be read: set it to one of dev, production'
        'auth.port'                         | 'http'       || 'AUTH_PORT can\'t be read: write it as a whole number to 65535'
        'auth.port'                         | '65536'      || 'AUTH_PORT can\'t be read: write it as a whole number to 65535'
        'auth.database.pool-size'           | '0'          || 'AUTH_DATABASE_POOL_SIZE can\'t be read: write it as a whole number above 0'
        'auth.log-level'                    | 'chatty'     || 'AUTH_LOG_LEVEL can\'t be read: set it to one of trace, debug, info, warn, error, off'
        'auth.password.hash-threads'        | 'all'        || 'AUTH_PASSWORD_HASH_THREADS can\'t be read: write it as a whole number above 0'
    }

    def "#property: '#text' is readable"() {
        expect:
        look(GOOD + [(property): text])*.verdict() == [WELL]

        where:
        property                      | text
        'auth.mfa.policy'             | 'off'
        'auth.mfa.policy'             | 'EVERYONE'
        'auth.mfa.policy'             | ''
        'auth.step-up.max-age'        | '5m'
        'auth.session.life'           | '30d'
        'auth.throttle.password.free' | '7'
        'auth.throttle.password.free' | 7
    }

    def "what is only doubtful does not stand against it, and is handed on as a warning"() {
        expect:
        SettingsCheck.require(new MapPropertyResolver(GOOD + ['auth.issuer': 'http://localhost:8080'])).warnings().toList() ==
            ['AUTH_ISSUER is an http address of this machine: no other reaches the service by it: set it to the address at which clients reach the service']
    }
}
