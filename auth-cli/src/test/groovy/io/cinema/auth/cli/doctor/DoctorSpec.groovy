package io.cinema.auth.cli.doctor

import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.domain.diagnosis.Finding

class DoctorSpec extends CommandSpec {
    private static final WELL = Finding.well('postgres', 'PostgreSQL 18.6')
    private static final DOUBTFUL = Finding.doubtful('redis clock', '3 s from ours', 'let NTP keep it')
    private static final WRONG = Finding.wrong('migrations', '2 are missing', 'start the service')
    private static final AWAY = Finding.away('redis', 'it does not answer', 'see that it runs')

    def "#findings*.verdict() ends with #code"() {
        given:
        answering(findings: findings)

        expect:
        typed('doctor').code() == code
        typed('doctor --json').code() == code

        where:
        findings              || code
        [WELL]                || 0
        [WELL, DOUBTFUL]      || 0
        [WELL, AWAY]          || 3
        [WELL, WRONG]         || 1
        [AWAY, WRONG]         || 1
    }

    def "it tells what was seen, and what to do about what is not well"() {
        given:
        answering(findings: [WELL, WRONG])

        when:
        def ran = typed('doctor')

        then:
        ran.err() == ''
        ran.lines() == [
            'WHAT        IS     SEEN',
            'postgres    well   PostgreSQL 18.6',
            'migrations  wrong  2 are missing',
            '',
            'migrations is wrong. What to do:',
            '  start the service']
    }

    def "for programs it tells the same"() {
        given:
        answering(findings: [WELL, AWAY])

        expect:
        typed('doctor --json').json().items == [
            [subject: 'postgres', verdict: 'well', observed: 'PostgreSQL 18.6', remedy: null],
            [subject: 'redis', verdict: 'away', observed: 'it does not answer', remedy: 'see that it runs']]
    }

    def "nobody need be let in to look"() {
        given:
        answering(findings: [WELL])

        when:
        typed('doctor')

        then:
        useCases.operators.empty
    }
}
