package io.cinema.auth.bootstrap.metrics

import io.cinema.auth.adapter.rest.problem.ProblemException
import io.cinema.auth.bootstrap.config.MetricsConfiguration
import io.cinema.auth.bootstrap.config.ServiceConfiguration
import io.cinema.auth.bootstrap.config.ServiceConfiguration.Mode
import io.micronaut.http.HttpRequest
import spock.lang.Specification

class MetricsGuardSpec extends Specification {

    def "without a password nobody finds them in production"() {
        when:
        guard(null, Mode.PRODUCTION).admit(HttpRequest.GET('/prometheus').basicAuth('prometheus', ''))

        then:
        thrown(ProblemException)
    }

    def "in dev mode anybody may look, unless there is a password"() {
        expect:
        guard(null, Mode.DEV).admit(HttpRequest.GET('/prometheus')) == null
        guard('secret', Mode.DEV).admit(HttpRequest.GET('/prometheus')).status().code == 401
        guard('secret', Mode.DEV).admit(HttpRequest.GET('/prometheus').basicAuth('any', 'secret')) == null
    }

    private static MetricsGuard guard(String password, Mode mode) {
        new MetricsGuard(new MetricsConfiguration(password), new ServiceConfiguration(mode, null, 'key'))
    }
}
