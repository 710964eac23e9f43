package io.cinema.auth.bootstrap.cli

import static io.cinema.auth.domain.diagnosis.Finding.Verdict.DOUBTFUL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WELL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WRONG

import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.domain.diagnosis.Finding
import io.micronaut.core.value.MapPropertyResolver
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
        ['auth.database.password': ' ']                                       || WRONG    | 'AUTH_DATABASE_PASSWORD is not set'
        ['auth.redis.uri': 'localhost:6379/secret']                           || WRONG    | 'AUTH_REDIS_URI'
        ['auth.redis.uri': 'http://secret@localhost']                         || WRONG    | 'AUTH_REDIS_URI'
        ['auth.master-key': 'secret']                                         || WRONG    | 'AUTH_MASTER_KEY'
        ['auth.master-key': RunningService.MASTER_KEY.substring(4)]           || WRONG    | 'AUTH_MASTER_KEY'
        ['auth.issuer': null]                                                 || WRONG    | 'AUTH_ISSUER is not set'
        ['auth.issuer': 'auth.example.com']                                   || WRONG    | 'AUTH_ISSUER'
        ['auth.issuer': 'ftp://auth.example.com']                             || WRONG    | 'AUTH_ISSUER'
        ['auth.issuer': 'http://auth.example.com']                            || DOUBTFUL | 'AUTH_ISSUER'
        ['auth.issuer': null, 'auth.mode': 'dev']                             || WELL     | 'all'
        ['auth.issuer': 'http://localhost:8080', 'auth.mode': 'DEV']          || WELL     | 'all'
    }
}
