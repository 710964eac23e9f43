package io.cinema.auth.bootstrap

import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.devkit.Backends
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What the service needs to start, and what it says without. */
class StartSpec extends Specification {

    @Shared
    Map<String, String> environment = ServiceProcess.environment(Backends.shared().postgres(), Backends.shared().redis(), 'start')

    @TempDir
    Path directory

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
        'a password of its own' | [AUTH_DATABASE_PASSWORD: 's3cret']     || 78     | 'AUTH_DATABASE_PASSWORD is one that anybody would try'
        'an https address'     | [AUTH_ISSUER: 'http://auth.example']    || 78     | 'AUTH_ISSUER is an http address'
        'settings in its file' | [AUTH_CONFIG_FILE: '/not/there']        || 78     | 'AUTH_CONFIG_FILE'
        'addresses of proxies' | [AUTH_PROXY_TRUSTED: 'nginx']    || 78     | 'AUTH_PROXY_TRUSTED'
        'a notice of keys'     | [AUTH_KEY_NOTICE: '1m']                 || 78     | 'AUTH_KEY_NOTICE'
    }

    def "all of it may be in a file, and secrets in files of their own; who misspells a variable is told"() {
        given:
        Path key = Files.writeString(directory.resolve('key'), environment.AUTH_MASTER_KEY + '\n')
        Path file = directory.resolve('auth.env')
        Files.writeString(file, (environment - [AUTH_MASTER_KEY: environment.AUTH_MASTER_KEY] + [AUTH_MASTER_KEY_FILE: key.toString(), AUTH_LOG_LEVEL: 'warn'])
            .collect { name, value -> "$name=$value" }.join('\n'))
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-------'))

        when:
        ServiceProcess service = ServiceProcess.started([AUTH_CONFIG_FILE: file.toString(), AUTH_SESION_LIFE: '1d'])

        then:
        service.api().get('//health/readiness').status == 200
        service.said.count { it.contains('AUTH_SESION_LIFE is no setting') } == 1
        service.said.count { it.contains(' WARN ') } == 1
        service.said.count { it.contains(' INFO ') } == 0

        cleanup:
        service?.close()
    }
}
