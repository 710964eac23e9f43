package io.cinema.auth.bootstrap

import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.devkit.Backends
import spock.lang.Shared
import spock.lang.Specification

/** What the service needs to start, and what it says without. */
class StartSpec extends Specification {

    @Shared
    Map<String, String> environment = ServiceProcess.environment(Backends.shared().postgres(), Backends.shared().redis(), 'start')

    def "without #variable it does not start, says what to set in one line, and exits with #status"() {
        when:
        ServiceProcess refused = ServiceProcess.refused(environment.findAll { it.key != variable } + changed)

        then:
        refused.process.exitValue() == status
        refused.said.any { it.contains('auth can\'t start: ') && it.contains(named) }
        refused.said.findAll { it.startsWith('\tat ') || 's3cretpw' in it } == []
        refused.said.findAll { line -> Log.leaks(line) || environment.AUTH_MASTER_KEY in line || environment.AUTH_DATABASE_PASSWORD in line } == []

        where:
        variable               | changed                          || status | named
        'AUTH_MASTER_KEY'      | [:]                              || 78     | 'AUTH_MASTER_KEY'
        'AUTH_ISSUER'          | [:]                              || 78     | 'AUTH_ISSUER'
        'AUTH_DATABASE_URL'    | [:]                              || 78     | 'AUTH_DATABASE_URL'
        'AUTH_REDIS_URI'       | [:]                              || 78     | 'AUTH_REDIS_URI'
        'a running Postgres'   | [AUTH_DATABASE_URL: 'jdbc:postgresql://127.0.0.1:1/auth'] || 69 | 'Postgres'
        'a proper master key'  | [AUTH_MASTER_KEY: 'c2hvcnQ=']    || 78     | 'AUTH_MASTER_KEY'
        'a JDBC address'       | [AUTH_DATABASE_URL: 'postgresql://auth:s3cretpw@localhost/auth']  || 78 | 'AUTH_DATABASE_URL'
        'a proper Redis'       | [AUTH_REDIS_URI: 'redis://:s3cretpw@local host:6379']             || 78 | 'AUTH_REDIS_URI'
        'a policy that there is' | [AUTH_MFA_POLICY: 'everybody'] || 78     | 'AUTH_MFA_POLICY'
        'a window of codes'    | [AUTH_MFA_STEPS_BACK: '11']      || 78     | 'AUTH_MFA_STEPS_BACK'
        'a name for apps'      | [AUTH_MFA_ISSUER_NAME: 'a:b']    || 78     | 'AUTH_MFA_ISSUER_NAME'
        'an age above zero'    | [AUTH_STEP_UP_MAX_AGE: '0s']     || 78     | 'AUTH_STEP_UP_MAX_AGE'
        'a free guess'         | [AUTH_THROTTLE_CODE_FREE: '0']   || 78     | 'AUTH_THROTTLE_CODE'
        'addresses of proxies' | [AUTH_PROXY_TRUSTED: 'nginx']    || 78     | 'AUTH_PROXY_TRUSTED'
        'a memory of sessions' | [AUTH_SESSION_KEEP: '4m']        || 78     | 'AUTH_SESSION_KEEP'
        'a header of proxies'  | [AUTH_PROXY_HEADER: 'X-Real-IP'] || 78     | 'AUTH_PROXY_HEADER'
    }
}
