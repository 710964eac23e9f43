package io.cinema.auth.bootstrap.config.source

import static io.cinema.auth.domain.diagnosis.Finding.Verdict.DOUBTFUL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WRONG

import io.cinema.auth.bootstrap.AuthServer
import io.cinema.auth.domain.diagnosis.Finding
import io.micronaut.context.ApplicationContext
import io.micronaut.context.exceptions.ConfigurationException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Clock
import spock.lang.Specification
import spock.lang.TempDir

/** Variables, the file of AUTH_CONFIG_FILE, and files of secrets. */
class SettingSourcesSpec extends Specification {
    @TempDir
    Path directory

    private SettingSources of(Map<String, String> environment, String file = null) {
        SettingSources.of(file == null ? environment : environment + [AUTH_CONFIG_FILE: privately('auth.env', file)])
    }

    /** The path of a file that others may not read. */
    private String privately(String name, String content) {
        Path file = directory.resolve(name)
        Files.writeString(file, content)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-------'))
        file.toString()
    }

    private static List<Finding> findings(SettingSources sources) {
        sources.findings().list()
    }

    def "the file is read as documented: #line"() {
        given:
        def sources = of([:], line)

        expect:
        findings(sources) == []
        sources.value(name).orElse(null) == value

        where:
        line                                               || name                    | value
        'AUTH_ISSUER=https://auth.example'                 || 'AUTH_ISSUER'           | 'https://auth.example'
        '  AUTH_ISSUER=https://auth.example  \r\n'         || 'AUTH_ISSUER'           | 'https://auth.example'
        '# AUTH_ISSUER=https://auth.example'               || 'AUTH_ISSUER'           | null
        '\n\n  # by night\nAUTH_PORT=81\n'                 || 'AUTH_PORT'             | '81'
        'AUTH_DATABASE_PASSWORD=a#b=c "d" $e \\n'          || 'AUTH_DATABASE_PASSWORD' | 'a#b=c "d" $e \\n'
        'AUTH_DATABASE_PASSWORD=" a b\' "'                 || 'AUTH_DATABASE_PASSWORD' | ' a b\' '
        "AUTH_DATABASE_PASSWORD='a \"b\"'"                 || 'AUTH_DATABASE_PASSWORD' | 'a "b"'
        'AUTH_MFA_ISSUER_NAME=Кино'                        || 'AUTH_MFA_ISSUER_NAME'  | 'Кино'
        'AUTH_MFA_ISSUER_NAME='                            || 'AUTH_MFA_ISSUER_NAME'  | null
        'AUTH_MFA_ISSUER_NAME=""'                          || 'AUTH_MFA_ISSUER_NAME'  | null
        'AUTH_OAUTH_OIDC=corp, my-own\nAUTH_OAUTH_MY_OWN_CLIENT_ID=7' || 'AUTH_OAUTH_MY_OWN_CLIENT_ID' | '7'
        'AUTH_OAUTH_VK_CLIENT_ID=7'                        || 'AUTH_OAUTH_VK_CLIENT_ID' | '7'
    }

    def "a value stands for itself, to the framework too: #secret"() {
        given:
        def sources = of([AUTH_DATABASE_PASSWORD: secret])
        def settings = sources.configure(AuthServer.builder(Clock.systemUTC())).build().environment.start()

        expect:
        sources.resolver().get('auth.database.password', String).get() == secret
        settings.getProperty('datasources.default.password', String).get() == secret

        cleanup:
        settings?.close()

        where:
        secret << ['a${b}c', '${AUTH_MASTER_KEY}', 'a${', 'a${b:c}d', '$${x}', 'a$b{c}', '${auth.database.user:x}y']
    }

    def "what the file should not have is told with its line, and not its value: #line"() {
        given:
        def told = findings(of([:], "AUTH_PORT=81\n$line\n"))

        expect:
        told*.verdict() == [WRONG]
        told[0].observed().replace(directory.toString(), '') == said
        !told.toString().contains('s3cret')

        where:
        line                               || said
        'AUTH_PROT=s3cret'                 || 'AUTH_PROT in line 2 of /auth.env is no setting'
        'AUTH_OAUTH_YANDX_CLIENT_ID=s3cret' || 'AUTH_OAUTH_YANDX_CLIENT_ID in line 2 of /auth.env is no setting'
        'AUTH_PORT_FILE=s3cret'            || 'AUTH_PORT_FILE in line 2 of /auth.env is no setting'
        'AUTH_PORT=s3cret'                 || 'AUTH_PORT in line 2 of /auth.env is there a second time'
        'AUTH_CONFIG_FILE=s3cret'          || 'AUTH_CONFIG_FILE in line 2 of /auth.env is not read from there'
        'AUTH_JAVA_OPTS=s3cret'            || 'AUTH_JAVA_OPTS in line 2 of /auth.env is not read from there'
        'AUTH_MASTER_KEY="s3cret'          || 'AUTH_MASTER_KEY in line 2 of /auth.env begins with a quote and does not end with it'
        'AUTH_MASTER_KEY="s3" cret"'       || 'AUTH_MASTER_KEY in line 2 of /auth.env begins with a quote and does not end with it'
        'export AUTH_MASTER_KEY=s3cret'    || 'line 2 of /auth.env is not AUTH_NAME=value'
        'AUTH_MASTER_KEY = s3cret'         || 'line 2 of /auth.env is not AUTH_NAME=value'
        'AUTH_MASTER_KEY: s3cret'          || 'line 2 of /auth.env is not AUTH_NAME=value'
        's3cret'                           || 'line 2 of /auth.env is not AUTH_NAME=value'
        'PATH=s3cret'                      || 'line 2 of /auth.env is not AUTH_NAME=value'
    }

    def "a variable wins over the file, and an empty one is none"() {
        given:
        def file = 'AUTH_PORT=81\nAUTH_TOKEN_AUDIENCE=films\n'

        expect:
        with(of([AUTH_PORT: '82', AUTH_TOKEN_AUDIENCE: ' '], file)) {
            findings(it) == []
            value('AUTH_PORT').get() == '82'
            value('AUTH_TOKEN_AUDIENCE').get() == 'films'
        }
    }

    def "a secret may be in a file of its own, with or without a line break behind it: #content"() {
        given:
        def path = privately('key', content)

        expect:
        [of([AUTH_DATABASE_PASSWORD_FILE: path]), of([:], "AUTH_DATABASE_PASSWORD_FILE=$path")].every {
            findings(it) == [] && it.value('AUTH_DATABASE_PASSWORD').get() == secret
        }

        where:
        content       || secret
        'of-pg'       || 'of-pg'
        ' of pg \n'   || ' of pg '
        'of-pg\r\n'   || 'of-pg'
    }

    def "#variable may name a file"() {
        expect:
        with(of([AUTH_OAUTH_OIDC: 'corp', (variable + '_FILE'): privately('secret', 'it')])) {
            findings(it) == []
            value(variable).get() == 'it'
        }

        where:
        variable << ['AUTH_MASTER_KEY', 'AUTH_DATABASE_PASSWORD', 'AUTH_MIGRATION_PASSWORD', 'AUTH_REDIS_URI', 'AUTH_OAUTH_YANDEX_CLIENT_SECRET',
                     'AUTH_OAUTH_CORP_CLIENT_SECRET', 'AUTH_FILMS_DATABASE_PASSWORD', 'AUTH_FILMS_MIGRATION_PASSWORD', 'AUTH_FILMS_OPENSEARCH_PASSWORD']
    }

    def "a variable wins over the file in whichever way it tells its secret"() {
        given:
        def other = privately('other', 'other')

        expect:
        of([AUTH_MASTER_KEY_FILE: other], 'AUTH_MASTER_KEY=one').with { findings(it) == [] && value('AUTH_MASTER_KEY').get() == 'other' }
        of([AUTH_MASTER_KEY: 'one'], "AUTH_MASTER_KEY_FILE=$other").with { findings(it) == [] && value('AUTH_MASTER_KEY').get() == 'one' }
        of([AUTH_MASTER_KEY: 'one'], 'AUTH_MASTER_KEY_FILE=/not/there').with { findings(it) == [] && value('AUTH_MASTER_KEY').get() == 'one' }
    }

    def "a secret that is told twice in one place is refused"() {
        given:
        def path = privately('key', 'it')

        expect:
        findings(of([AUTH_MASTER_KEY: 'it', AUTH_MASTER_KEY_FILE: path]))*.observed() == ['AUTH_MASTER_KEY_FILE tells what is told already']
        findings(of([:], "AUTH_MASTER_KEY_FILE=$path\nAUTH_MASTER_KEY=it"))*.verdict() == [WRONG]
        findings(of([AUTH_MASTER_KEY: 'it', AUTH_MASTER_KEY_FILE: ''])) == []
    }

    def "a file of a secret that #what is told by the variable that names it, and not by its name"() {
        given:
        Path file = directory.resolve('s3cret')
        content.call(file)
        def told = findings(of([AUTH_MASTER_KEY_FILE: file.toString()]))

        expect:
        told*.verdict() == [WRONG]
        told[0].observed() == "the file that AUTH_MASTER_KEY_FILE names $said"
        !told.toString().contains('s3cret')

        where:
        what                 | content                                       || said
        'is not there'       | { }                                           || "can't be read: there is no such file"
        'is a directory'     | { Files.createDirectory(it) }                 || "can't be read: it is no file that can be read"
        'is empty'           | { Files.writeString(it, '\n') }               || 'has not one line'
        'has several lines'  | { Files.writeString(it, 's3cret\nof pg\n') }  || 'has not one line'
        'is no text'         | { Files.write(it, [0xff, 0xfe] as byte[]) }   || "can't be read: it is no text in UTF-8"
        'does not end'       | { Files.write(it, new byte[70_000]) }         || "can't be read: it is larger than 64 KiB"
    }

    def "a configuration file that is not there is told by its path"() {
        expect:
        findings(SettingSources.of([AUTH_CONFIG_FILE: '/not/there.env']))*.observed() ==
            ["AUTH_CONFIG_FILE names /not/there.env, which can't be read: there is no such file"]
    }

    def "a file with #what that others may read is #said"() {
        given:
        def path = privately('auth.env', content)
        Files.setPosixFilePermissions(Path.of(path), PosixFilePermissions.fromString(rights))

        expect:
        findings(SettingSources.of([AUTH_CONFIG_FILE: path]))*.verdict() == verdicts

        where:
        what          | content                     | rights      || verdicts
        'a secret'    | 'AUTH_MASTER_KEY=it'        | 'rw-r--r--' || [DOUBTFUL]
        'a secret'    | 'AUTH_MASTER_KEY=it'        | 'rw-r-----' || []
        'an address'  | 'AUTH_REDIS_URI=redis://r'  | 'rw-r--r--' || []
        'a password'  | 'AUTH_REDIS_URI=redis://:it@r' | 'rw-r--r--' || [DOUBTFUL]
        'an empty one' | 'AUTH_MASTER_KEY='         | 'rw-r--r--' || []
        'no secret'   | 'AUTH_PORT=81'              | 'rw-r--r--' || []

        said = verdicts ? 'warned of' : 'well'
    }

    def "a variable that no setting has is warned of: #variable"() {
        expect:
        findings(of([(variable): value])).collect { [it.verdict(), it.observed()] } == (warned ? [[DOUBTFUL, "$variable is no setting".toString()]] : [])

        where:
        variable                          | value              || warned
        'AUTH_SESION_LIFE'                | '1d'               || true
        'AUTH_OAUTH_YANDX_CLIENT_ID'      | 'id'               || true
        'AUTH_OAUTH_YANDEX_CLIENT'        | 'id'               || true
        'AUTH_ISSUER_FILE'                | '/run/issuer'      || true
        'AUTH_SESION_LIFE'                | ''                 || false
        'AUTH_DATA_DIR'                   | '/data'            || false
        'AUTH_JAVA_OPTS'                  | '-Xmx1g'           || false
        'AUTHORITY'                       | 'x'                || false
        'AUTH_SERVICE_HOST'               | '10.0.0.1'         || false
        'AUTH_SERVICE_PORT_HTTP'          | '80'               || false
        'AUTH_PORT_80_TCP_ADDR'           | '10.0.0.1'         || false
        'AUTH_REDIS_PORT'                 | 'tcp://10.0.0.1:1' || false
    }

    def "a context has what is set, in the place of the variables, and what is empty by default"() {
        given:
        def path = privately('key', 'of-pg')
        def sources = of([AUTH_PORT: 'tcp://10.0.0.1:80', AUTH_TOKEN_AUDIENCE: '', AUTH_DATABASE_PASSWORD_FILE: path], 'AUTH_SESSION_IDLE_LIMIT=3d\nAUTH_REDIS_URI=redis://r')

        when:
        def environment = sources.configure(ApplicationContext.builder()).build().environment.start()

        then:
        environment.getProperty('auth.session.idle-limit', String).get() == '3d'
        environment.getProperty('auth.redis.uri', String).get() == 'redis://r'
        environment.getProperty('auth.database.password', String).get() == 'of-pg'
        environment.getProperty('micronaut.server.port', Integer).get() == 8080
        environment.getProperty('auth.token.audience', String).empty
        sources.resolver().getProperty('auth.session.idle-limit', String).get() == '3d'

        cleanup:
        environment.close()
    }

    def "the first that is wrong stands against the start"() {
        when:
        of([:], 'AUTH_PROT=1\nAUTH_TORP=2').findings().require()

        then:
        ConfigurationException refused = thrown()
        refused.message.endsWith('is no setting: docs/configuration.md lists them')
        refused.message.startsWith('AUTH_PROT in line 1')
    }
}
